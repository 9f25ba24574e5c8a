import type { WorkSpec } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { segment } from '../src/segment.ts'
import { expectLaws } from './laws.ts'
import { readSource } from './sources.ts'

const BODY = [
  '修伞的人在桥头坐了三十年，桥修了两回，他的凳子没有挪过地方。',
  '来源：撑船的讲给我听的。',
  '桥下的水涨到第三级石阶的那天夜里，他把一把没有主人的黑伞挂在栏杆上。',
  '“这是谁的？”过路的孩子问他，他摇摇头，说等人来认。',
  '第二天伞不见了，栏杆上系着一根红绳，他看了一眼，又低头穿他的针。',
]

/** The text that is found in each file, when the editor says that all files are one work. */
function textsOf(texts: readonly string[]): string[] {
  const sources = texts.map((text, at) =>
    readSource(`${at}.txt`, '甲乙丙'[at] ?? '本', Buffer.from(text)),
  )
  const spec: WorkSpec = {
    id: 'umbrella',
    title: '修伞的人',
    supplied: false,
    placement: 'body',
    files: { names: 'all', line: 1, column: 1 },
  }
  const result = segment(sources, [spec])
  expectLaws(result, sources)
  expect(result.works.map(({ id }) => id)).toEqual(['umbrella'])
  return sources.map(({ file, points }) =>
    result.works
      .flatMap(({ texts: own }) => own.filter((text) => text.file === file))
      .flatMap(({ blocks }) => blocks.flatMap(({ parts }) => parts))
      .map(({ start, end }) => points.slice(start, end).join(''))
      .join('\n'),
  )
}

const story = (lines: readonly string[], gap = '\n\n'): string =>
  `${['修伞的人', ...lines].join(gap)}\n`

describe('files that the editor says are one text', () => {
  it('keep a sentence that reads like a note of a site, in one copy and in two', () => {
    for (const texts of [[story(BODY)], [story(BODY), story(BODY, '\n')]])
      for (const text of textsOf(texts)) expect(text).toContain('来源：撑船的讲给我听的。')
  })

  it('keep the rows of a table', () => {
    const rows = [
      '序号　行当　税率　说明',
      '1　造纸　十九成　缴费',
      '2　制茶　三十成　备案',
      '3　酿酒　八成　公示',
    ]
    const [one, two, ...rest] = BODY
    const [text] = textsOf([story([one ?? '', two ?? '', ...rows, ...rest], '\n')])
    for (const row of rows) expect(text).toContain(row)
  })

  it('still lose what a site sets around its text, and the feet of pages', () => {
    const [one = '', two = '', ...rest] = BODY
    const pages = story([one, two, '- 12 -', ...rest, '上一篇：桥头的鞋匠', '返回列表'])
    const [text] = textsOf([pages])
    expect(text).not.toContain('12')
    expect(text).not.toContain('返回列表')
  })
})
