import type { Random } from '../random.ts'
import { block as text, times } from './blocks.ts'
import { headline, paragraph } from './sentences.ts'
import { fill, hanNumber } from './vocabulary.ts'
import type { MadeBlock, MadeWork } from './work.ts'

export function essay(dice: Random): MadeWork {
  const blocks = [text('title', headline('essay', dice))]
  if (dice.chance(0.6))
    blocks.push(
      text('byline', fill(dice.pick(['{name}', '{name}', '作者：{name}', '文/{name}']), dice)),
    )
  blocks.push(...times(3 + dice.below(8), () => text('paragraph', paragraph('essay', dice, 1, 6))))
  if (dice.chance(0.3)) blocks.push(text('dateline', fill('（{year}年{date}，{town}）', dice)))
  return { genre: 'essay', blocks }
}

/** Entries under their dates. */
export function diary(dice: Random): MadeWork {
  const blocks = [text('title', fill(dice.pick(['{town}日记', '{year}年日记', '旅中杂记']), dice))]
  let day = 1 + dice.below(6)
  const month = 1 + dice.below(12)
  for (let left = 4 + dice.below(6); left > 0; left--) {
    const date = dice.chance(0.5)
      ? `${month}月${day}日`
      : `${hanNumber(month)}月${hanNumber(day)}日`
    const weather = dice.chance(0.5) ? ` ${dice.pick(['晴', '阴', '雨', '大风', '雪'])}` : ''
    blocks.push({ kind: 'heading', depth: 2, apart: true, text: date + weather })
    blocks.push(
      ...times(1 + dice.below(3), () => text('paragraph', paragraph('essay', dice, 1, 4))),
    )
    day += 1 + dice.below(3)
  }
  return { genre: 'diary', blocks }
}

export function letter(dice: Random): MadeWork {
  const blocks: MadeBlock[] = [
    text('title', fill(dice.pick(['致{name}的信', '与{given}书', '寄自{town}']), dice)),
  ]
  blocks.push(
    text(
      'salutation',
      fill(dice.pick(['{given}吾兄：', '亲爱的{given}：', '{name}先生：', '{given}：']), dice),
    ),
  )
  blocks.push(...times(3 + dice.below(5), () => text('paragraph', paragraph('essay', dice, 1, 5))))
  blocks.push(
    text('paragraph', dice.pick(['此致', '祝', '即颂'])),
    text('paragraph', dice.pick(['敬礼', '安好！', '近安'])),
  )
  blocks.push({ kind: 'byline', text: fill('{name}', dice), inset: true })
  blocks.push({ kind: 'dateline', text: fill('{year}年{date}', dice), inset: true })
  return { genre: 'letter', blocks }
}
