import { describe, expect, it } from 'vitest'
import { ARTICLES, recovery, scramble } from '../../noise/src/index.ts'
import { unfold } from '../src/columns/unfold.ts'
import { segment } from '../src/segment.ts'
import { expectLaws } from './laws.ts'
import { readSource } from './sources.ts'

const LEFT = [
  '巷口的那家修表铺，门面只有一张桌子',
  '宽。玻璃柜台里摆着几十只旧表，有的',
  '停在三点一刻，有的停在午夜，仿佛每',
  '一只都守着自己的一个秘密。',
  '师傅姓沈，今年六十五岁，修了整整四',
  '十七年的钟表。他说话很慢，手却极稳。',
]
const RIGHT = [
  '本航次在水深四千一百米的海盆中部钻',
  '取了三口深井，累计进尺两千八百九十',
  '米，获得连续沉积岩芯一千三百余米。',
  '初步分析表明，最下部的岩芯形成于大',
  '约三千四百万年以前，正是地球从温暖',
  '走向寒冷的转折时期。',
]

const MORE = [
  '走向寒冷的转折时期。首席科学家在接',
  '受采访时说，岩芯里的微体化石就像一',
  '本按年代装订的日记，每一厘米都记录',
  '着几百年间海水的温度。',
]
const TURNS = { alternating: 1, presence: 1 }

const read = (lines: readonly string[], file = 'a.txt') =>
  readSource(file, '甲', Buffer.from(`${lines.join('\n')}\n`))

/** Lines of the unfolded text that hold more than white space. */
const unfolded = (lines: readonly string[]): string[] =>
  unfold([read(lines)])
    .flatMap(({ source }) => source.text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '')

const beside = (gap: (left: string) => string): string[] =>
  LEFT.map((line, at) => `${line}${gap(line)}${RIGHT[at] ?? ''}`)

describe('columns beside each other', () => {
  it.each([
    ['at a fixed place, by spaces', (left: string) => ' '.repeat(44 - 2 * [...left].length)],
    ['by full-width spaces', (left: string) => '\u3000'.repeat(22 - [...left].length)],
    ['by a gap of one width after ragged lines', () => '   '],
    ['by a tab', () => '\t'],
  ])('are taken apart: %s', (_, gap) => {
    expect(unfolded(beside(gap))).toEqual([...LEFT, ...RIGHT])
  })

  it('are not seen in verses of two halves, in tables and in plain text', () => {
    const verses = ['春眠不觉晓，  处处闻啼鸟。', '夜来风雨声，  花落知多少。']
    const unpointed = [
      '野渡輕　飛花晴嵐',
      '梧葉微',
      '不知處　楊柳晚來急　細雨東籬石徑遲',
      '細雨白鷺暮雲　荒臺故園　新霜兩三家',
      '夜火玉笛晴嵐　新霜故園',
      '梧葉斜　暮雲寒江　暮雲玉笛石徑',
    ].map((line) => `　　　　${line}`)
    const table = ['一月  十二万吨  百分之三', '二月  十四万吨  百分之五']
    for (const lines of [
      [...verses, ...verses, ...verses],
      unpointed,
      [...table, ...table, ...table],
      LEFT,
      [...LEFT, '', ...RIGHT],
    ]) {
      expect(unfold([read(lines)]).map(({ places }) => places)).toEqual([null])
    }
  })
})

describe('columns whose lines alternate', () => {
  it('are read one after the other', () => {
    const turns = LEFT.flatMap((line, at) => [line, RIGHT[at] ?? ''])
    const found = unfolded(turns)
    expect([
      [...LEFT, ...RIGHT],
      [...RIGHT, ...LEFT],
    ]).toContainEqual(found)
  })

  it('are followed from their headlines to where one of them ends', () => {
    const [left, right] = [
      ['城市里的修表匠', ...LEFT],
      ['深海钻探船完成首次科学航次', ...RIGHT.slice(0, -1), ...MORE],
    ]
    const turns = right.flatMap((line, at) => [left[at] ?? '', line])
    expect(unfolded(turns)).toEqual([...left, ...right])
  })

  it('join nothing for certain at their edges', () => {
    const [one, two] = [
      scramble(ARTICLES.slice(0, 4), 61, TURNS),
      scramble(ARTICLES.slice(4, 8), 62, TURNS),
    ]
    const files = [...one.slice(0, 1), ...two.slice(0, 1)].map((file, at) => ({
      ...file,
      name: `${at}.txt`,
    }))
    for (const file of files) {
      const found = segment([readSource(file.name, '甲', Buffer.from(file.text))], null)
      const { certain } = recovery([file], found)
      expect(certain.total - certain.right).toBe(0)
    }
  })
})

describe('pages with columns side by side or by turns', () => {
  const articles = ARTICLES.slice(0, 4)
  it.each([
    ['abreast', { abreast: 1 }, 0.96],
    ['alternating', { alternating: 1 }, 0.93],
  ])('keep every character in its place: %s', (_, options, least) => {
    let [right, total] = [0, 0]
    for (let seed = 31; seed <= 36; seed++) {
      const files = scramble(articles, seed, { ...options, presence: 1 })
      const sources = files.map(({ name, text }, at) =>
        readSource(name, '甲乙丙丁'[at] ?? '本', Buffer.from(text)),
      )
      const found = segment(sources, null)
      expectLaws(found, sources)
      const { covered } = recovery(files, found)
      right += covered.right
      total += covered.total
    }
    expect(right / total).toBeGreaterThanOrEqual(least)
  })

  it('hold together two papers of different make', () => {
    // One sets its columns side by side, the other prints them broken off, one after the other.
    const [one] = scramble(articles, 41, { abreast: 1, presence: 1 })
    const [two] = scramble(articles, 43, { wrapped: 0, jumps: 1, presence: 1 })
    const files = [
      { ...(one ?? { spans: [], joins: [], text: '' }), name: '000.txt' },
      { ...(two ?? { spans: [], joins: [], text: '' }), name: '001.txt' },
    ]
    const sources = files.map(({ name, text }, at) =>
      readSource(name, '甲乙'[at] ?? '本', Buffer.from(text)),
    )
    const found = segment(sources, null)
    expectLaws(found, sources)
    const { covered } = recovery(files, found)
    expect(covered.right / covered.total).toBeGreaterThanOrEqual(0.98)
    expect(found.works).toHaveLength(articles.length)
  })
})
