import type { Random } from '../random.ts'
import { block as text } from './blocks.ts'
import { classicalParagraph, tune, verseLine, verseTitle } from './classical.ts'
import { headline, sentence } from './sentences.ts'
import { fill, hanNumber } from './vocabulary.ts'
import type { MadeWork } from './work.ts'

/** A spoken play: acts, a list of persons, speeches with stage directions. */
export function drama(dice: Random): MadeWork {
  const blocks = [text('title', headline('story', dice))]
  if (dice.chance(0.5)) blocks.push(text('byline', fill('{name}', dice)))
  const cast = Array.from({ length: 3 + dice.below(2) }, () => fill('{given}', dice))
  if (dice.chance(0.6)) {
    blocks.push({ kind: 'heading', depth: 2, text: '人物', apart: true })
    for (const person of cast)
      blocks.push(text('item', `${person}——${fill('{who}，{count}岁', dice)}`))
  }
  const mark = dice.pick(['：', '　', ' '])
  for (let act = 1; act <= 1 + dice.below(3); act++) {
    blocks.push({
      kind: 'heading',
      depth: 2,
      text: `第${hanNumber(act)}${dice.pick(['幕', '场'])}`,
      apart: true,
    })
    blocks.push(
      text(
        'paragraph',
        fill(
          dice.pick([
            '〔{when}，{place}。{nature}{moves}。',
            '（{place}。幕启时，{who}正在{verb}{thing}。）',
            '［{town}，{place}。］',
          ]),
          dice,
        ),
      ),
    )
    for (let left = 5 + dice.below(9); left > 0; left--) {
      if (dice.chance(0.15))
        blocks.push(
          text(
            'paragraph',
            fill(
              dice.pick(['（{who}上。）', '〔静场。', '（{manner}下）', '［{nature}声渐近。］']),
              dice,
            ),
          ),
        )
      const aside = dice.chance(0.3) ? fill('（{manner}）', dice) : ''
      blocks.push(text('paragraph', dice.pick(cast) + mark + aside + sentence('say', dice)))
    }
  }
  blocks.push(text('paragraph', dice.pick(['（幕落）', '——幕落——', '〔剧终〕'])))
  return { genre: 'drama', blocks }
}

/** A sung play: scenes by number, speeches with their roles, arias under the names of tunes. */
export function opera(dice: Random): MadeWork {
  const blocks = [text('title', `${verseTitle(dice)}記`)]
  const roles = ['生', '旦', '淨', '末', '外']
  for (let scene = 1; scene <= 2 + dice.below(3); scene++) {
    const name = dice.chance(0.6) ? ` ${verseTitle(dice).slice(0, 2)}` : ''
    blocks.push({
      kind: 'heading',
      depth: 2,
      text: `第${hanNumber(scene)}${dice.pick(['折', '齣', '出'])}${name}`,
      apart: true,
    })
    for (let left = 3 + dice.below(4); left > 0; left--) {
      blocks.push(
        text(
          'paragraph',
          `（${dice.pick(roles)}${dice.pick(['上云', '云', '唱', '白'])}）${classicalParagraph(dice, true, 1, 3)}`,
        ),
      )
      if (dice.chance(0.6)) {
        const sung = Array.from({ length: 3 + dice.below(3) }, () =>
          verseLine(dice.pick([5, 6, 7]), dice),
        )
        blocks.push(text('verse', `【${tune(dice)}】${sung.join('，')}。`))
      }
    }
  }
  return { genre: 'opera', blocks }
}
