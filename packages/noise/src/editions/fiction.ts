import type { Random } from '../random.ts'
import { block as text, times } from './blocks.ts'
import { verseLine } from './classical.ts'
import { notes } from './notes.ts'
import { chapterNumbers } from './numbering.ts'
import { headline, paragraph, sentence } from './sentences.ts'
import { fill, hanNumber } from './vocabulary.ts'
import type { MadeBlock, MadeWork } from './work.ts'

const AUTHORS = [
  '{name}',
  '{name}',
  '{name} 著',
  '作者：{name}',
  '·{name}·',
  '（{name}）',
  '{name}／文',
]

export function story(dice: Random): MadeWork {
  const blocks = [text('title', headline('story', dice))]
  if (dice.chance(0.5)) blocks.push(text('byline', fill(dice.pick(AUTHORS), dice)))
  blocks.push(...passage(dice, 6 + dice.below(18)))
  if (dice.chance(0.25))
    blocks.push(
      text(
        'dateline',
        fill(
          dice.pick(['{year}年{count}月。', '（{year}年{date}）', '{year}年{date}于{town}']),
          dice,
        ),
      ),
    )
  if (dice.chance(0.2)) blocks.push(...notes(dice))
  return { genre: 'story', blocks }
}

/** Paragraphs of a story, with songs among them at times; in some stories every sentence is a paragraph. */
function passage(dice: Random, count: number): MadeBlock[] {
  const blocks: MadeBlock[] = []
  const short = dice.chance(0.25)
  const songs = dice.chance(0.3) ? 0.12 : 0
  for (let at = 0; at < count; at++) {
    if (short)
      blocks.push(
        ...times(1 + dice.below(3), () =>
          text('paragraph', sentence(dice.chance(0.3) ? 'say' : 'story', dice)),
        ),
      )
    else blocks.push(told(dice))
    if (dice.chance(songs)) blocks.push(...song(dice))
  }
  return blocks
}

/** A paragraph of a story: told, or spoken, at times by marks alone. */
function told(dice: Random): MadeBlock {
  const roll = dice.next()
  if (roll < 0.5) return text('paragraph', paragraph('story', dice, 1, 6))
  if (roll < 0.54) return text('paragraph', dice.pick(['“……”', '“？！”', '……', '“啊！”', '“好。”']))
  if (roll < 0.57)
    return text(
      'paragraph',
      fill(
        dice.pick([
          '评论：这是{who}后来讲的一句话。',
          '来源：{who}讲给我听的。',
          '{year}。',
          '第{count}天。',
        ]),
        dice,
      ),
    )
  const said = `“${sentence('say', dice)}”`
  const forms = [
    said,
    `${fill('{name}', dice)}说：${said}`,
    `${said}${fill('{who}{manner}说。', dice)}`,
    `${fill('{who}问', dice)}：${said}`,
  ]
  return text('paragraph', dice.pick(forms))
}

/** A song or a poem that prose quotes: set in, with marks or without. */
function song(dice: Random): MadeBlock[] {
  const marks = dice.chance(0.4)
  const classic = dice.chance(0.5)
  const line = (): string =>
    classic
      ? verseLine(7, dice)
      : Array.from(
          fill(
            dice.pick([
              '{site}{nature}{site}{look}',
              '{when}{nature}{moves}',
              '{who}{verb}{thing}',
            ]),
            dice,
          ),
        )
          .slice(0, 9)
          .join('')
  return times(4, (at) => ({
    kind: 'verse',
    text: line() + (marks ? (at % 2 === 0 ? '，' : '。') : ''),
    inset: true,
    ...(at === 0 ? { apart: true } : {}),
  }))
}

/** A novel or a long story in chapters, numbered in one of many ways, at times in parts above them. */
export function novel(dice: Random): MadeWork {
  const blocks = [text('title', headline('story', dice))]
  if (dice.chance(0.7)) blocks.push(text('byline', fill(dice.pick(AUTHORS), dice)))
  const number = chapterNumbers(dice)
  const titled = dice.chance(0.65)
  const couplet = dice.chance(0.3)
  const space = dice.pick([' ', ' ', '　', '：', ''])
  const first = dice.chance(0.2) ? 95 + dice.below(10) : 1
  const count = 3 + dice.below(dice.chance(0.15) ? 28 : 9)
  const chapter = (words: string): MadeBlock => ({
    kind: 'heading',
    depth: 2,
    apart: true,
    text: words,
  })
  const part =
    count > 5 && dice.chance(0.25) ? dice.pick(['第{n}卷', '第{n}部', '卷{n}', '上下']) : ''
  if (dice.chance(0.2))
    blocks.push(chapter(dice.pick(['楔子', '序', '引子', '序章', '自序'])), ...passage(dice, 3))
  for (let at = 0; at < count; at++) {
    if (part !== '' && at % Math.ceil(count / 2) === 0) {
      const which = at === 0 ? 1 : 2
      const words =
        part === '上下' ? (which === 1 ? '上篇' : '下篇') : part.replace('{n}', hanNumber(which))
      blocks.push({ kind: 'heading', depth: 1, apart: true, text: words })
    }
    const name = couplet
      ? `${fill('{who}{verb}{thing}', dice)}${space === '' ? ' ' : space}${fill('{who}{verb}{thing}', dice)}`
      : fill(dice.pick(['{thing}', '{matter}', '{place}', '{who}的{thing}', '{given}']), dice)
    blocks.push(chapter(titled ? `${number(first + at)}${space}${name}` : number(first + at)))
    blocks.push(...passage(dice, 3 + dice.below(9)))
  }
  if (dice.chance(0.25)) {
    const last = dice.pick([
      '尾声',
      '后记',
      '番外',
      '番外一',
      '番外 {given}',
      '跋',
      '大结局',
      '番外：{thing}',
    ])
    blocks.push(chapter(fill(last, dice)), ...passage(dice, 3))
  }
  if (dice.chance(0.12)) blocks.push(...notes(dice))
  return { genre: 'novel', blocks }
}
