import { InputError } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { parseEdition } from '../src/config/edition.ts'

const valid = `title: 书
language: zh-Hans
date: 2024-01-01
witnesses:
  - siglum: 甲
    description: 本
    kind: ocr
    files:
      - file: a.txt
works:
  - id: one
    title: 题
`

/** The messages of a text that must fail, as `line:column rule`. */
function failures(text: string): string[] {
  try {
    parseEdition(text, 'edition.yaml')
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}`)
  }
  return []
}

describe('parseEdition', () => {
  it('fills what may be left out', () => {
    expect(parseEdition(valid, 'edition.yaml')).toMatchObject({
      trim: 'a5',
      layout: 'horizontal',
      contributors: [],
      works: [{ id: 'one', supplied: false, placement: 'body' }],
    })
  })

  it('keeps the place of quotations', () => {
    const text = `${valid}    contains:\n      - 某段文字\n      - { text: 另一段, siglum: 甲 }\n`
    const work = parseEdition(text, 'edition.yaml').works[0]
    expect(work?.contains).toEqual([
      { text: '某段文字', line: 14, column: 9 },
      { text: '另一段', siglum: '甲', line: 15, column: 9 },
    ])
  })

  const cases: [name: string, text: string, expected: string[]][] = [
    ['an unknown key', valid.replace('language:', 'langauge: zh\nlanguage:'), ['2:1 unknown-key']],
    ['an unknown key of a work', `${valid}    titel: 题\n`, ['13:5 unknown-key']],
    ['a missing key', valid.replace('date: 2024-01-01\n', ''), ['1:1 missing-key']],
    ['a day that is none', valid.replace('2024-01-01', '2024-13-01'), ['3:7 wrong-value']],
    ['a thirtieth of February', valid.replace('2024-01-01', '2024-02-30'), ['3:7 wrong-value']],
    ['a leap day of no leap year', valid.replace('2024-01-01', '2023-02-29'), ['3:7 wrong-value']],
    ['an hour for a day', valid.replace('2024-01-01', '2024-01-01T00:00'), ['3:7 wrong-value']],
    ['a key that stands twice', `${valid}title: 又\n`, ['13:1 doubled-key']],
    ['a key of a work that stands twice', `${valid}    id: two\n`, ['13:5 doubled-key']],
    ['an alias', `${valid}note: &n [一]\nrights: *n\n`, ['14:9 yaml-alias']],
    ['a value within itself', `${valid}note: &n [*n]\n`, ['13:11 yaml-alias']],
    ['a NUL', valid.replace('本', '本\0'), ['6:19 yaml-character']],
    ['a kind that is none', valid.replace('kind: ocr', 'kind: scan'), ['7:11 wrong-value']],
    ['YAML that is none', 'title: [书\n', ['2:1 yaml-syntax']],
    ['a siglum that no witness has', `${valid}    base: 乙\n`, ['13:11 unknown-siglum']],
    ['a file outside', valid.replace('a.txt', '../a.txt'), ['9:15 file-outside']],
    ['a work id used twice', `${valid}  - id: one\n    title: 又一题\n`, ['13:9 duplicate']],
    [
      'two faults at once',
      valid.replace('kind: ocr', 'kind: scan').replace('language: zh-Hans', 'language: 中文'),
      ['2:11 wrong-value', '7:11 wrong-value'],
    ],
  ]
  it.each(cases)('reports %s with line and column', (_name, text, expected) => {
    expect(failures(text).toSorted()).toEqual(expected.toSorted())
  })

  it('refuses lists that are nested too deep', () => {
    const text = `${valid}note: ${'['.repeat(100_000)}\n`
    expect(failures(text).length).toBeLessThan(100)
    expect(() => parseEdition(text, 'e.yaml')).toThrow(/^e\.yaml:13:\d+: .*nested too deep/u)
  })

  it('takes the leap day of a leap year', () => {
    expect(failures(valid.replace('2024-01-01', '2024-02-29'))).toEqual([])
  })

  it('refuses aliases that would unfold to a billion values', () => {
    const rows = Array.from({ length: 9 }, (_, i) => {
      const next = i === 0 ? '[一, 一]' : `[${`*a${i - 1}, `.repeat(9)}]`
      return `  - &a${i} ${next}`
    })
    expect(failures(`${valid}note:\n${rows.join('\n')}\n`)[0]).toMatch(/yaml-alias$/)
  })

  it('tells the first hundred of very many problems, and how many more there are', () => {
    const keys = Array.from({ length: 50_000 }, (_, i) => `unknown${i}: 1`).join('\n')
    const found = failures(`${valid}${keys}\n`)
    expect(found).toHaveLength(101)
    expect(found[99]).toBe('112:1 unknown-key')
    expect(() => parseEdition(`${valid}${keys}\n`, 'e.yaml')).toThrow('49900 more problems')
  })

  it('suggests the key that was meant', () => {
    expect(() => parseEdition(valid.replace('date:', 'dat:'), 'e.yaml')).toThrow(
      /Did you mean `date`\?/,
    )
  })
})
