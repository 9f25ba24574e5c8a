import { describe, expect, it } from 'vitest'
import { altered } from '../../src/export/altered.ts'
import { BODY, editionOf } from './edition.ts'

const withLine = (line: string): string => `渡口\n\n${BODY}\n\n　　${line}\n`
/** The last line of the text. */
const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? ''

describe('other codes of a character', () => {
  const plain = '门前停着马车，青年人见了都说像龙，页页都长。'
  const radicals = '⻔前停着⻢⻋，⻘年⼈⻅了都说像⻰，⻚⻚都⻓。'

  it('match it and never win', () => {
    const { loci, text } = editionOf([withLine(radicals), withLine(plain)])
    expect(loci).toEqual([])
    expect(lastLine(text)).toBe(plain)
  })

  it('are the plain character where no witness has that', () => {
    const { text, result } = editionOf([withLine(radicals)])
    expect(lastLine(text)).toBe(plain)
    expect(altered(result.input.sources)).toMatchObject([
      { kind: 'compatible', line: 7, column: 3 },
    ])
  })

  it.each([
    ['\uF900\uFA0A', '豈見'],
    ['ｶﾞﾗｽ', 'ガラス'],
    ['cafe\u0301', 'café'],
    ['ﬁne oﬃce', 'fine office'],
  ])('%s is %s', (written, read) => {
    expect(lastLine(editionOf([withLine(`他写的是“${written}”。`)]).text)).toBe(
      `他写的是“${read}”。`,
    )
    expect(
      editionOf([withLine(`他写的是“${written}”。`), withLine(`他写的是“${read}”。`)]).loci,
    ).toEqual([])
  })
})

describe('what is not seen', () => {
  it.each([
    ['zero-width spaces', '撑\u200B船的\u200B人'],
    ['joiners', '撑\u200D船的\u2060人'],
    ['soft hyphens', '撑\u00AD船的人'],
    ['selectors', '撑\uFE00船\u{E0100}的人'],
    ['marks of direction', '\u202A撑船\u202C的人\uFEFF'],
  ])('makes no locus and is in no book: %s', (_, written) => {
    const { loci, text, result } = editionOf([
      withLine(`${written}走了。`),
      withLine('撑船的人走了。'),
    ])
    expect(loci).toEqual([])
    expect(lastLine(text)).toBe('撑船的人走了。')
    expect(altered(result.input.sources)).toMatchObject([{ file: 'a.txt', kind: 'unseen' }])
  })
})

describe('a sign for what could not be read', () => {
  it.each(['□', '■', '▆', '〓', '\uFFFD', '\uE3A5'])('%s never wins over a character', (sign) => {
    const damaged = withLine(`柳林是${sign}隆年间种的。`)
    const whole = withLine('柳林是乾隆年间种的。')
    for (const texts of [
      [damaged, whole],
      [whole, damaged],
      [damaged, damaged, whole],
    ]) {
      const { text, result } = editionOf(texts)
      expect(lastLine(text)).toBe('柳林是乾隆年间种的。')
      expect(result.decided.decisions.map(({ certainty }) => certainty)).toEqual(['high'])
    }
  })

  it('is □ for each character where no witness has one', () => {
    const { text, loci } = editionOf([
      withLine('柳林是■■年间种的。'),
      withLine('柳林是〓\uFFFD年间种的。'),
    ])
    expect(loci).toEqual([])
    expect(lastLine(text)).toBe('柳林是□□年间种的。')
  })
})
