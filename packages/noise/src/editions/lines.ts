import type { Random } from '../random.ts'
import { classicalNote, classicalParagraph, tune, verseLine, verseTitle } from './classical.ts'
import { itemNumbers } from './numbering.ts'
import { headline, paragraph, sentence } from './sentences.ts'
import { notes } from './prose.ts'
import { fill, hanNumber } from './vocabulary.ts'
import type { MadeBlock, MadeWork } from './work.ts'

/** Authors of verse and classical prose, with their time at times. */
const AUTHORS = [
  '{name}',
  '{name}',
  '{name}',
  '〔唐〕{name}',
  '[宋] {name}',
  '（明）{name}',
  '清·{name}',
  '{name}撰',
  '{name} 著',
]

const text = (kind: MadeBlock['kind'], words: string): MadeBlock => ({ kind, text: words })

/** Regular verse: lines of five or seven, one or two to a printed line, with or without marks. */
export function verse(dice: Random): MadeWork {
  const blocks = [text('title', verseTitle(dice))]
  if (dice.chance(0.5)) blocks.push(text('byline', fill(dice.pick(AUTHORS), dice)))
  const length = dice.pick([5, 7])
  const couplets = dice.pick([2, 2, 4, 4, 6])
  const poems = dice.chance(0.25) ? 2 + dice.below(3) : 1
  const [pause, stop] = dice.pick([
    ['，', '。'],
    ['，', '。'],
    ['', ''],
    ['　', ''],
  ] as const)
  const oneLine = dice.chance(0.5)
  for (let poem = 0; poem < poems; poem++) {
    if (poems > 1)
      blocks.push({ kind: 'heading', depth: 2, text: `其${hanNumber(poem + 1)}`, apart: true })
    for (let at = 0; at < couplets; at++) {
      const apart = at === 0 ? { apart: true } : {}
      const [one, two] = [verseLine(length, dice) + pause, verseLine(length, dice) + stop]
      if (oneLine) blocks.push({ kind: 'verse', text: one + two, ...apart })
      else blocks.push({ kind: 'verse', text: one.trim(), ...apart }, text('verse', two))
    }
  }
  return { genre: 'verse', blocks }
}

/** Words to a tune: two stanzas of uneven lines. */
export function ci(dice: Random): MadeWork {
  const title = dice.chance(0.6) ? `${tune(dice)}·${verseTitle(dice)}` : tune(dice)
  const blocks = [text('title', title)]
  if (dice.chance(0.3)) blocks.push(text('byline', fill(dice.pick(AUTHORS), dice)))
  if (dice.chance(0.3)) blocks.push(text('paragraph', classicalParagraph(dice, true, 2, 4)))
  const marks = dice.chance(0.75)
  for (let stanza = 0; stanza < 2; stanza++) {
    const lines = 3 + dice.below(3)
    for (let at = 0; at < lines; at++) {
      const parts = Array.from({ length: 1 + dice.below(3) }, () =>
        verseLine(dice.pick([3, 4, 5, 6, 7]), dice),
      )
      const said = parts.join(marks ? '，' : '　') + (marks ? '。' : '')
      blocks.push({ kind: 'verse', text: said, ...(at === 0 ? { apart: true } : {}) })
    }
  }
  return { genre: 'ci', blocks }
}

/** Free verse: lines of any length, at times without a mark, in stanzas. */
export function modernVerse(dice: Random): MadeWork {
  const blocks = [text('title', headline('essay', dice))]
  if (dice.chance(0.5)) blocks.push(text('byline', fill('{name}', dice)))
  const marks = dice.chance(0.5)
  const lines = [
    '像{who}的{thing}',
    '我在{place}等你',
    '{nature}{moves}',
    '{look}的{thing}',
    '没有人{verb}{abstract}',
    '而{abstract}比{thing}更{look}',
    '你说{town}很远',
    '{when}',
    '我把{thing}放在{place}',
    '{manner}，像{nature}',
    '谁在{place}{verb}{thing}',
    '只有{nature}',
  ]
  for (let stanza = 2 + dice.below(4); stanza > 0; stanza--) {
    const count = 2 + dice.below(4)
    for (let at = 0; at < count; at++) {
      const mark = marks ? (at === count - 1 ? '。' : '，') : ''
      blocks.push({
        kind: 'verse',
        text: fill(dice.pick(lines), dice) + mark,
        ...(at === 0 ? { apart: true } : {}),
      })
    }
  }
  return { genre: 'modern-verse', blocks }
}

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

/** A statute: chapters, articles that are numbered through, items, at times a table. */
export function statute(dice: Random): MadeWork {
  const blocks = [text('title', headline('law', dice))]
  if (dice.chance(0.7))
    blocks.push(
      text(
        'dateline',
        fill('（{year}年{date}{office}第{count}次会议通过　自{year}年{date}起施行）', dice),
      ),
    )
  let article = 1
  const chapters = dice.chance(0.7) ? 2 + dice.below(3) : 1
  const names = ['总则', '登记', '监督检查', '法律责任', '附则']
  const space = dice.pick(['　', ' ', ''])
  for (let chapter = 0; chapter < chapters; chapter++) {
    if (chapters > 1)
      blocks.push({
        kind: 'heading',
        depth: 2,
        text: `第${hanNumber(chapter + 1)}章${space || '　'}${names[chapter] ?? '附则'}`,
        apart: true,
      })
    for (let left = 3 + dice.below(6); left > 0; left--) {
      const listed = dice.chance(0.3)
      const lead = listed
        ? fill('{body}有下列情形之一的，由{body}责令改正：', dice)
        : paragraph('law', dice, 1, 3)
      blocks.push(text('item', `第${hanNumber(article++)}条${space}${lead}`))
      if (listed)
        for (let item = 1; item <= 2 + dice.below(4); item++)
          blocks.push(text('item', `（${hanNumber(item)}）${sentence('clause', dice)}`))
      else if (dice.chance(0.3)) blocks.push(text('paragraph', paragraph('law', dice, 1, 2)))
    }
  }
  if (dice.chance(0.35)) blocks.push(...table(dice))
  return { genre: 'statute', blocks }
}

function table(dice: Random): MadeBlock[] {
  const columns = 2 + dice.below(3)
  const heads = ['序号', '项目', '税率', '说明', '备注'].slice(0, columns + 1)
  const cells = (row: number): string[] =>
    [
      String(row),
      fill('{trade}', dice),
      fill('{count}%', dice),
      fill('{duty}', dice),
      fill('{look}', dice),
    ].slice(0, columns + 1)
  const rows = Array.from({ length: 3 + dice.below(6) }, (_, row) => cells(row + 1))
  return [heads, ...rows].map((row, at) => ({
    kind: 'row',
    text: row.join('\t'),
    ...(at === 0 ? { apart: true } : {}),
  }))
}

/** A paper: abstract, numbered headings, lists, a table, references. */
export function paper(dice: Random): MadeWork {
  const blocks = [text('title', headline('paper', dice))]
  blocks.push(
    text('byline', fill(dice.pick(['{name}', '{name} {name}', '{name}（{office}）']), dice)),
  )
  if (dice.chance(0.7)) {
    blocks.push(text('paragraph', `摘要：${paragraph('paper', dice, 2, 4)}`))
    blocks.push(text('paragraph', fill('关键词：{field}；{method}；{measure}', dice)))
  }
  const styles = [
    (n: number) => `${hanNumber(n)}、`,
    (n: number) => `${n} `,
    (n: number) => `${n}. `,
    (n: number) => `第${hanNumber(n)}节 `,
  ] as const
  const number = dice.pick(styles)
  const names = ['引言', '材料与方法', '{field}的变迁', '{measure}的比较', '讨论', '结语']
  for (const [at, name] of names.slice(0, 3 + dice.below(4)).entries()) {
    blocks.push({ kind: 'heading', depth: 2, text: number(at + 1) + fill(name, dice), apart: true })
    if (dice.chance(0.3))
      blocks.push({
        kind: 'heading',
        depth: 3,
        text: fill(dice.pick(['（一）{field}', '1.1 {method}', '（一）{measure}的来源']), dice),
      })
    for (let left = 1 + dice.below(3); left > 0; left--)
      blocks.push(text('paragraph', paragraph('paper', dice)))
    if (dice.chance(0.4)) {
      const mark = itemNumbers(dice)
      for (let item = 1; item <= 3 + dice.below(4); item++)
        blocks.push(text('item', mark(item) + sentence('paper', dice)))
    }
    if (dice.chance(0.15)) blocks.push(...table(dice))
  }
  if (dice.chance(0.5)) {
    blocks.push({ kind: 'heading', depth: 2, text: '参考文献', apart: true })
    for (let item = 1; item <= 3 + dice.below(4); item++)
      blocks.push(
        text(
          'item',
          `[${item}] ${fill('{name}. {field}的{abstract}[J]. {town}学报, {year}, {count}.', dice)}`,
        ),
      )
  }
  return { genre: 'paper', blocks }
}

/** Classical prose, with marks or without, notes in the line at times. */
export function classical(dice: Random, marks: boolean): MadeWork {
  const blocks = [
    text('title', `${verseTitle(dice)}${dice.pick(['記', '傳', '序', '論', '說', '第一'])}`),
  ]
  if (dice.chance(0.4)) blocks.push(text('byline', fill(dice.pick(AUTHORS), dice)))
  const noted = dice.chance(0.35)
  const [open, close] = dice.pick([
    ['（', '）'],
    ['〔', '〕'],
    ['(', ')'],
    ['［', '］'],
  ] as const)
  const heads = dice.chance(0.3) ? dice.pick(['○', '【】', '', '·', '第']) : null
  for (let left = 3 + dice.below(7); left > 0; left--) {
    if (heads !== null && dice.chance(0.6))
      blocks.push({ kind: 'heading', depth: 2, text: subHeading(heads, dice), apart: true })
    const note = noted && dice.chance(0.6) ? `${open}${classicalNote(dice)}${close}` : ''
    const more = note === '' ? '' : classicalParagraph(dice, marks, 1, 4)
    blocks.push(text('paragraph', classicalParagraph(dice, marks) + note + more))
  }
  if (dice.chance(0.15)) blocks.push(...notes(dice))
  return { genre: marks ? 'classical' : 'unpunctuated', blocks }
}

function subHeading(mark: string, dice: Random): string {
  const name = verseLine(2, dice)
  if (mark === '【】') return `【${name}】`
  if (mark === '第') return `${name}第${hanNumber(1 + dice.below(30))}`
  return mark + name
}
