import type { Random } from '../random.ts'
import { verseLine } from './classical.ts'
import { chapterNumbers } from './numbering.ts'
import { headline, paragraph, sentence } from './sentences.ts'
import { fill, hanNumber } from './vocabulary.ts'
import type { MadeBlock, MadeWork } from './work.ts'

const text = (kind: MadeBlock['kind'], words: string): MadeBlock => ({ kind, text: words })

const times = (count: number, make: (at: number) => MadeBlock): MadeBlock[] =>
  Array.from({ length: count }, (_, at) => make(at))

/** A report of an agency, of one to three lines of headline. */
export function report(dice: Random): MadeWork {
  const blocks = [text('title', headline('report', dice))]
  if (dice.chance(0.4)) blocks.push(text('subtitle', headline('report', dice)))
  else if (dice.chance(0.3)) blocks.push(text('subtitle', fill('——{project}侧记', dice)))
  if (dice.chance(0.3))
    blocks.push(
      text(
        'byline',
        fill(dice.pick(['本报记者 {name}', '记者 {name} {name}', '{agency}记者{name}']), dice),
      ),
    )
  blocks.push(text('paragraph', fill('{agency}{town}{date}电 ', dice) + paragraph('report', dice)))
  blocks.push(...times(2 + dice.below(6), () => text('paragraph', paragraph('report', dice, 1, 5))))
  return { genre: 'report', blocks }
}

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

export function speech(dice: Random): MadeWork {
  const blocks = [text('title', fill('在{project}座谈会上的讲话', dice))]
  if (dice.chance(0.8))
    blocks.push(
      text(
        'dateline',
        fill(
          dice.pick(['（{year}年{date}）', '（{year}年{date}，{town}）', '{year}年{date}']),
          dice,
        ),
      ),
    )
  if (dice.chance(0.4)) blocks.push(text('byline', fill('{name}', dice)))
  blocks.push(
    text(
      'salutation',
      dice.pick(['各位来宾，各位朋友：', '同志们：', '老师们、同学们：', '女士们、先生们：']),
    ),
  )
  blocks.push(...times(4 + dice.below(6), () => text('paragraph', paragraph('speech', dice, 2, 5))))
  blocks.push(
    text('paragraph', dice.pick(['谢谢大家！', '祝各位身体健康，工作顺利！', '我的话完了。'])),
  )
  return { genre: 'speech', blocks }
}

/** Questions and answers, or the speakers by name. */
export function interview(dice: Random): MadeWork {
  const blocks = [text('title', fill('就{project}答读者问', dice))]
  const [asks, answers] = dice.pick([
    ['问：', '答：'],
    ['记者：', fill('{name}：', dice)],
    ['Q：', 'A：'],
    ['', '答：'],
  ] as const)
  let number = 0
  for (let left = 3 + dice.below(6); left > 0; left--) {
    number += 1
    const mark = asks === '' ? `${hanNumber(number)}、` : asks
    blocks.push(text('paragraph', mark + sentence('say', dice)))
    blocks.push(text('paragraph', answers + paragraph('speech', dice, 1, 4)))
    if (dice.chance(0.3)) blocks.push(text('paragraph', paragraph('speech', dice, 1, 3)))
  }
  return { genre: 'interview', blocks }
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

const AUTHORS = [
  '{name}',
  '{name}',
  '{name} 著',
  '作者：{name}',
  '·{name}·',
  '（{name}）',
  '{name}／文',
]

/** Notes at the end of a text, under a word that says so at times. */
export function notes(dice: Random): MadeBlock[] {
  const mark = dice.pick<(at: number) => string>([
    (at) => `[${at}]`,
    (at) => `〔${at}〕`,
    (at) => String.fromCodePoint(0x2474 + at - 1),
    (at) => String.fromCodePoint(0x2460 + at - 1),
    (at) => `${at}. `,
    (at) => `[^${at}]: `,
  ])
  const words = [
    '{thing}：{town}一带的叫法。',
    '{year}年初版作“{thing}”。',
    '即{town}，今属{town}。',
    '见《{town}志》卷{count}。',
    '{name}（{year}—{year}），{town}人，{who}。',
    '“{matter}”，当地俗语。',
  ]
  const head = dice.chance(0.6)
    ? [text('note', dice.pick(['注释', '注', '【注释】', '□注释', '注释：', '附注']))]
    : []
  return [
    ...head,
    ...times(2 + dice.below(6), (at) => text('note', mark(at + 1) + fill(dice.pick(words), dice))),
  ]
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
