import { lacunaeOf } from '@huijiao/ast'
import { describe, expect, it } from 'vitest'
import { altered } from '../../src/export/altered.ts'
import { reportOf } from '../../src/export/report.ts'
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

describe('letters, figures and units in one code', () => {
  const written =
    '船上的书共三百㎏，占地十㎡，河里的水温二十℃，约合½亩，见镇志第Ⅲ卷①，撑船的价￥八元。'
  const plain =
    '船上的书共三百kg，占地十m²，河里的水温二十°C，约合1/2亩，见镇志第III卷1，撑船的价¥八元。'

  it('stay as they are printed where no witness writes them out', () => {
    const { text, loci } = editionOf([withLine(written), withLine(written)])
    expect(lastLine(text)).toBe(written)
    expect(loci).toEqual([])
  })

  it.each([
    ['first', [written, plain]],
    ['second', [plain, written]],
    ['against two', [written, written, plain]],
  ])('are no locus against the same written out, which stands: %s', (_, lines) => {
    const { text, loci } = editionOf(lines.map(withLine))
    expect(loci).toEqual([])
    expect(lastLine(text)).toBe(plain)
  })

  it('that are something else than the other witness has are a locus', () => {
    const { loci } = editionOf([withLine('书共三百㎏多。'), withLine('书共三百斤多。')])
    expect(loci).toEqual([['斤', '㎏']])
  })

  it('are not digits set high', () => {
    expect(lastLine(editionOf([withLine('边长x²。')]).text)).toBe('边长x²。')
  })
})

describe('pictures', () => {
  it('that are tied into one stay one', () => {
    const family = '他画了\u{1F468}\u200D\u{1F469}\u200D\u{1F467}一家。'
    const { text, loci, result } = editionOf([withLine(family), withLine(family)])
    expect(lastLine(text)).toBe(family)
    expect(loci).toEqual([])
    expect(altered(result.input.sources)).toEqual([])
  })

  it('are kept whole where another witness lacks them', () => {
    const family = '他画了\u{1F468}\u200D\u{1F469}\u200D\u{1F467}一家。'
    const { text } = editionOf([withLine(family), withLine('他画了一家。')])
    expect(lastLine(text)).toBe(family)
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

  it('is a gap of its extent in the tree where no witness has one, and is reported', () => {
    const lines = ['柳林是■■年间种的，〓说过。', '柳林是〓\uFFFD年间种的，□说过。']
    const { result } = editionOf(lines.map(withLine))
    const [work] = result.edition.children
    const gaps = work === undefined ? [] : [...lacunaeOf(work)]
    expect(gaps.map(({ quantity }) => quantity)).toEqual([2, 1])
    expect(gaps[0]?.data?.attestations?.map(({ siglum }) => siglum)).toEqual(['甲', '乙'])
    expect(reportOf(result, false).gaps).toMatchObject([
      { quantity: 2, context: expect.stringContaining('柳林是□□年间') },
      { quantity: 1, context: expect.stringContaining('种的□说过') },
    ])
  })

  it.each([
    ['？', '明', ['undecided', 'low', 'medium']],
    ['？？', '乾隆', ['medium', 'high']],
  ])('may be %s where another witness has a character', (sign, name, certainties) => {
    const { text, result } = editionOf([
      withLine(`柳林是${sign}年间种的。`),
      withLine(`柳林是${name}年间种的。`),
    ])
    expect(lastLine(text)).toBe(`柳林是${name}年间种的。`)
    expect(certainties).toContain(result.decided.decisions[0]?.certainty)
  })

  it('is no ？ that most witnesses have', () => {
    const { text } = editionOf([
      withLine('是谁种的？没有人知道。'),
      withLine('是谁种的？没有人知道。'),
      withLine('是谁种的柳没有人知道。'),
    ])
    expect(lastLine(text)).toBe('是谁种的？没有人知道。')
  })

  it('is not every ？', () => {
    const { text } = editionOf([withLine('谁来？孙家的人。'), withLine('谁来？是孙家的人。')])
    expect(text).toContain('谁来？')
  })

  it('of a damaged byte says not even that a character stood there', () => {
    const { text, result } = editionOf([
      withLine('柳林\uFFFD边上的人走了。'),
      withLine('柳林边上的人走了。'),
    ])
    expect(lastLine(text)).toBe('柳林边上的人走了。')
    expect(result.decided.decisions.map(({ certainty }) => certainty)).toEqual(['high'])
    // A sign that a person set does.
    expect(
      lastLine(editionOf([withLine('柳林□边上的人走了。'), withLine('柳林边上的人走了。')]).text),
    ).toBe('柳林□边上的人走了。')
  })
})

describe('controls', () => {
  it.each(['\u0000', '\u001B', '\u007F', '\u0085', '\u0007'])(
    'never reach the text: %j',
    (sign) => {
      const line = '渡船靠岸的时候，天已经黑了。'
      const page = withLine(`${sign}${line.slice(0, 4)}${sign}${line.slice(4)}${sign}`)
      const { text, loci, result } = editionOf([page, withLine(line)])
      expect(lastLine(text)).toBe(line)
      expect(loci).toEqual([])
      expect(altered(result.input.sources)).toMatchObject([{ kind: 'unseen', count: 3 }])
    },
  )
})
