import type { Random } from '../random.ts'
import { block as text } from './blocks.ts'
import { itemNumbers } from './numbering.ts'
import { headline, paragraph, sentence } from './sentences.ts'
import { fill, hanNumber } from './vocabulary.ts'
import type { MadeBlock, MadeWork } from './work.ts'

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
  if (dice.chance(0.5)) blocks.push(...table(dice))
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
    if (dice.chance(0.3)) blocks.push(...table(dice))
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
