import { describe, expect, test } from 'vitest'
import { parseEdition } from '@huijiao/parse'
import { editionAfter } from '../src/acts/edition.ts'
import { ActError } from '../src/acts/error.ts'
import { rulingsAfter } from '../src/acts/rulings.ts'
import { newLines } from '../src/acts/text.ts'
import type { EditionAct } from '../src/protocol/acts.ts'

const EDITION = `# 一篇故事的三份抄本
title: 渡船   # 暂名
language: zh-Hans-CN
date: '2024-02-01'
witnesses:
  - { siglum: 甲, description: a, kind: ocr, files: [{ file: a.txt }] }
  - { siglum: 乙, description: b, kind: web, files: [{ file: b.txt }] }

works:
  # 先写成的一篇
  - id: ferry
    title: 渡船
    contains: [摆渡的老人]
  - id: bridge
    title: 石桥   # 后来的
`

const after = (act: EditionAct, text = EDITION): string => editionAfter(text, act)

describe('an act on edition.yaml', () => {
  test('writes its line and leaves all others as they are, comments and all', () => {
    const text = after({ kind: 'rename', work: 'bridge', title: '新桥' })
    expect(text).toBe(EDITION.replace('title: 石桥   # 后来的', 'title: 新桥 # 后来的'))
    expect(newLines(EDITION, text)).toEqual([{ number: 15, text: '    title: 新桥 # 后来的' }])
  })

  test('is read back as what was meant', () => {
    const joined = after({
      kind: 'join',
      work: 'ferry',
      after: { text: '等到天黑', siglum: '甲' },
      before: { text: '船才靠岸', siglum: '甲' },
      lacuna: true,
    })
    const acts: EditionAct[] = [
      { kind: 'assign', work: 'bridge', quote: '桥下的水', file: 'b.txt' },
      { kind: 'omit', quote: { text: '本站声明', siglum: '乙' } },
      { kind: 'family', sigla: ['甲', '乙'], family: '甲乙' },
      {
        kind: 'cut',
        title: '灯',
        supplied: false,
        quote: '灯亮了',
        file: 'a.txt',
        behind: 'ferry',
      },
    ]
    const { works, texts, witnesses } = parseEdition(
      acts.reduce((text, act) => after(act, text), joined),
      'edition.yaml',
    )
    expect(works.map(({ id }) => id)).toEqual(['ferry', 'work-3', 'bridge'])
    expect(works[0]?.join).toMatchObject([{ after: { text: '等到天黑' }, lacuna: true }])
    expect(works[1]).toMatchObject({ title: '灯', cut: [{ text: '灯亮了' }] })
    expect(works[2]?.contains).toMatchObject([{ text: '桥下的水' }])
    expect(texts.omit).toMatchObject([{ text: '本站声明', siglum: '乙' }])
    expect(witnesses.map(({ family }) => family)).toEqual(['甲乙', '甲乙'])
  })

  test('moves a work in the order of the book, its comment with it', () => {
    const text = after({ kind: 'place', work: 'bridge', at: 0 })
    expect(parseEdition(text, '').works.map(({ id }) => id)).toEqual(['bridge', 'ferry'])
    expect(text).toContain('# 先写成的一篇')
    expect(text).toContain('# 一篇故事的三份抄本')
  })

  test('that says the same of a join again takes the place of what was said', () => {
    const join = { kind: 'join', work: 'ferry', after: '等到天黑', before: '船才靠岸' } as const
    const twice = after({ ...join, lacuna: false }, after({ ...join, lacuna: true }))
    expect(parseEdition(twice, '').works[0]?.join).toHaveLength(1)
    expect(twice).not.toContain('lacuna')
  })

  test('makes all files one text, or a work part of another', () => {
    const one = after({ kind: 'one-text', title: '渡船' })
    expect(parseEdition(one, '').works).toMatchObject([{ id: 'ferry', files: { names: 'all' } }])
    const merged = after({
      kind: 'merge',
      work: 'bridge',
      into: 'ferry',
      quotes: [{ text: '桥头的人', siglum: '乙' }],
    })
    expect(parseEdition(merged, '').works).toMatchObject([
      { id: 'ferry', contains: [{ text: '摆渡的老人' }, { text: '桥头的人', siglum: '乙' }] },
    ])
  })

  test('that begins a work in a file which is said to be another one lets both share it', () => {
    const whole = after({ kind: 'one-text', title: '渡船' })
    const { works } = parseEdition(
      after({ kind: 'cut', title: '灯', supplied: false, quote: '灯亮了', file: 'a.txt' }, whole),
      '',
    )
    expect(works.map(({ files }) => files?.names)).toEqual([
      ['a.txt', 'b.txt'],
      ['a.txt', 'b.txt'],
    ])
  })

  test('takes back what was said of the same passage before', () => {
    const assigned = after({
      kind: 'assign',
      work: 'bridge',
      quote: { text: '摆渡的老人等', siglum: '甲' },
      file: 'a.txt',
    })
    const { works } = parseEdition(assigned, '')
    expect(works.map(({ contains }) => contains?.map(({ text }) => text))).toEqual([
      undefined,
      ['摆渡的老人等'],
    ])
    expect(after({ kind: 'omit', quote: '摆渡的老人' })).not.toContain('contains')
  })

  test('gives a witness another siglum wherever it is named', () => {
    const quoted = after({ kind: 'omit', quote: { text: '本站声明', siglum: '乙' } })
    const named = after(
      { kind: 'witness', siglum: '乙', becomes: '网', description: '网页', copy: 'web' },
      quoted,
    )
    const { witnesses, texts } = parseEdition(named, '')
    expect(witnesses.map(({ siglum }) => siglum)).toEqual(['甲', '网'])
    expect(texts.omit).toMatchObject([{ siglum: '网' }])
    const taken = { kind: 'witness', siglum: '甲', becomes: '网', description: 'a', copy: 'ocr' }
    expect(() => after(taken as EditionAct, named)).toThrow(ActError)
  })

  test('that does not fit the file is refused', () => {
    expect(() => after({ kind: 'rename', work: 'tower', title: '塔' })).toThrow(ActError)
    expect(() => after({ kind: 'rename', work: 'ferry', title: '塔' }, 'works: [')).toThrow(
      ActError,
    )
  })

  test('keeps line ends', () => {
    const crlf = EDITION.replaceAll('\n', '\r\n')
    expect(after({ kind: 'title', title: '渡口' }, crlf)).toBe(
      crlf.replace('title: 渡船   # 暂名', 'title: 渡口 # 暂名'),
    )
  })
})

describe('an act on rulings.yaml', () => {
  const signature = { by: '校者', date: '2024-03-01' }
  const ruling = {
    work: 'ferry',
    locus: '摆{度}的',
    reading: '渡',
    method: '对校',
    reason: '从乙本',
  }
  const written = rulingsAfter('# 裁定\n', { kind: 'rule', ruling }, signature)

  test('adds a ruling with who decided and when', () => {
    expect(written).toContain('# 裁定\n')
    expect(written).toContain('by: 校者')
  })

  const first = { index: 0, work: 'ferry', locus: '摆{度}的' }

  test('changes a ruling in its place, and takes it back', () => {
    const two = rulingsAfter(
      `${written}# 第二条\n`,
      { kind: 'rule', ruling: { ...ruling, locus: '石{乔}' } },
      signature,
    )
    const changed = rulingsAfter(
      two,
      { kind: 'rule', of: first, ruling: { ...ruling, reading: '度', certainty: 'undecided' } },
      signature,
    )
    expect(changed.indexOf('reading: 度')).toBeLessThan(changed.indexOf('石{乔}'))
    expect(changed).toContain('certainty: undecided')
    const withdrawn = rulingsAfter(changed, { kind: 'withdraw', of: first }, signature)
    expect(withdrawn).not.toContain('摆{度}的')
    expect(withdrawn).toContain('石{乔}')
  })

  test('does not change another ruling than the one that was meant', () => {
    for (const of of [
      { index: 7, work: 'ferry', locus: '摆{度}的' },
      { index: 0, work: 'ferry', locus: '石{乔}' },
    ]) {
      expect(() => rulingsAfter(written, { kind: 'withdraw', of }, signature)).toThrow(ActError)
    }
  })
})
