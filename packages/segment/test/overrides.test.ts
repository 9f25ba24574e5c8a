import type { Quotation, Source, TextsSpec, WorkSpec } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { segment } from '../src/segment.ts'
import { readSource } from './sources.ts'

const text = `春天的花园

花园里的牡丹开了，红的白的一大片。园丁每天早晨来浇

秋天的果园

果园里的苹果熟了，枝条都压弯了。孩子们提着篮子来采

水，再把枯叶剪掉。到了中午他就在树下休息。

摘，一边采一边唱。晚上全家人坐在一起吃苹果派。
`
const source: Source = readSource('a.txt', '甲', Buffer.from(text))

const spec = (id: string, title: string, more: Partial<WorkSpec> = {}): WorkSpec => ({
  id,
  title,
  supplied: false,
  placement: 'body',
  ...more,
})
const quotation = (words: string): Quotation => ({ text: words, line: 7, column: 11 })

function textOf(id: string, specs: readonly WorkSpec[]): string {
  const work = segment([source], specs).works.find((found) => found.id === id)
  return (work?.texts ?? [])
    .flatMap(({ blocks }) => blocks.flatMap(({ parts }) => parts))
    .map(({ start, end }) => source.points.slice(start, end).join(''))
    .join('|')
}

describe('quotations', () => {
  it('move a piece to the work that they stand in', () => {
    const specs = [
      spec('spring', '春天的花园', { contains: [quotation('晚上全家人坐在一起')] }),
      spec('autumn', '秋天的果园', { contains: [quotation('再把枯叶剪掉')] }),
    ]
    expect(textOf('spring', specs)).toContain('吃苹果派')
    expect(textOf('spring', specs)).not.toContain('枯叶')
    expect(textOf('autumn', specs)).toContain('枯叶')
  })

  it('join two pieces, and leave a gap where told to', () => {
    const joins = [{ after: quotation('来浇'), before: quotation('摘，一边采'), lacuna: true }]
    const specs = [spec('spring', '春天的花园', { join: joins }), spec('autumn', '秋天的果园')]
    expect(textOf('spring', specs)).toContain('来浇|摘，')
    const parts = segment([source], specs)
      .works.find(({ id }) => id === 'spring')
      ?.texts.flatMap(({ blocks }) => blocks.flatMap((block) => block.parts))
    const join = parts?.find(({ start }) => source.points[start] === '摘')?.join
    expect(join?.kind).toBe('lacuna')
    expect(join?.evidence.some(({ reason }) => reason.kind === 'override')).toBe(true)
  })

  it.each([
    ['没有这样的话', 'quotation-missing'],
    ['果', 'quotation-ambiguous'],
  ])('that match nothing or twice are errors: %s', (words, rule) => {
    const specs = [spec('spring', '春天的花园', { contains: [quotation(words)] })]
    expect(() => segment([source], specs)).toThrow(
      new RegExp(`edition\\.yaml:7:11: error ${rule}`, 'u'),
    )
  })

  it('that stand inside a line cannot be where pieces meet', () => {
    const joins = [{ after: quotation('红的白的'), before: quotation('摘，一边采') }]
    const specs = [spec('spring', '春天的花园', { join: joins })]
    expect(() => segment([source], specs)).toThrow(/quotation-inside/u)
  })
})

describe('the editor’s word on whole files', () => {
  const chapters = (mark: string): string =>
    [
      '渡口旧事',
      '他推门进去，屋里没有人，只有一盏灯亮着。',
      '潮水退了',
      `灯下压着一张纸条，字迹很潦草，${mark}看不清写的是什么。`,
    ].join('\n\n')
  const files = [
    readSource('a.txt', '甲', Buffer.from(chapters('几乎'))),
    readSource('b.txt', '乙', Buffer.from(chapters('已经'))),
  ]
  const starts = (works: readonly WorkSpec[], texts: TextsSpec = {}): string[] =>
    segment(files, works, texts).works.map(
      ({ id, texts: found }) =>
        `${id} ${found.flatMap(({ blocks }) => blocks.flatMap(({ parts }) => parts)).length}`,
    )

  it('makes them one text, in their own order', () => {
    const whole = { names: 'all', line: 3, column: 5 } as const
    expect(starts([spec('ferry', '渡口旧事', { files: whole })])).toEqual(['ferry 8'])
  })

  it('cuts where a work begins, in all copies at once', () => {
    const works = [
      spec('ferry', '渡口旧事'),
      spec('tide', '潮水退了', { cut: [quotation('潮水退了')] }),
    ]
    expect(starts(works)).toEqual(['ferry 4', 'tide 4'])
  })

  it('leaves out the lines that hold a quotation, and tells', () => {
    const whole = { names: 'all', line: 3, column: 5 } as const
    const omit = [quotation('潮水退了')]
    expect(starts([spec('ferry', '渡口旧事', { files: whole })], { omit })).toEqual(['ferry 6'])
    const { tiles } = segment(files, [spec('ferry', '渡口旧事', { files: whole })], { omit })
    expect(tiles.filter(({ role }) => role === 'omitted')).toHaveLength(2)
  })

  it('puts pieces in the order that is given', () => {
    const whole = { names: 'all', line: 3, column: 5 } as const
    const order = [quotation('灯下压着'), quotation('他推门进去')]
    const { works } = segment(files, [spec('ferry', '渡口旧事', { files: whole, order })])
    const firsts = works[0]?.texts[0]?.blocks.map(
      ({ parts }) => files[0]?.points[parts[0]?.start ?? 0],
    )
    expect(firsts).toEqual(['渡', '灯', '他', '潮'])
  })

  it('refuses a place that is given to two works', () => {
    const whole = { names: ['a.txt'], line: 3, column: 5 } as const
    const works = [
      spec('ferry', '渡口旧事', { files: whole }),
      spec('tide', '潮水', { contains: [quotation('灯下压着')] }),
    ]
    expect(() => segment(files, works)).toThrow(/said-twice/u)
  })
})
