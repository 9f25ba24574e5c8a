import { InputError, type RuleMessage } from '@huijiao/model'
import { type Example, EXAMPLES } from '@huijiao/model/messages/examples'
import type { Rule } from '@huijiao/model/messages'
import { describe, expect, it } from 'vitest'
import { proseOf } from '../src/compose/prose.ts'
import { parseEdition } from '../src/config/edition.ts'
import { parseRulings } from '../src/config/rulings.ts'

const PARSERS: readonly (readonly [
  file: RegExp,
  parse: (text: string, file: string) => unknown,
])[] = [
  [/^edition\.yaml$/u, parseEdition],
  [/^rulings\.yaml$/u, parseRulings],
  [/\.md$/u, (text, file) => proseOf(text, { file, pictures: new Map() })],
]

/** Examples that show a file as an editor writes it; those of whole sources and works need these. */
const shown = Object.entries(EXAMPLES).flatMap(([rule, example]) => {
  const { at, text } = example as Example<Rule>
  const parse = PARSERS.find(([file]) => file.test(at.file))?.[1]
  return text === undefined || parse === undefined || rule === 'quotation-missing'
    ? []
    : [[rule, example, text, parse] as const]
})

describe('the documented example', () => {
  it.each(shown)('of %s is what the file with that text is told', (rule, example, text, parse) => {
    const told = (): readonly RuleMessage[] => {
      try {
        parse(text, example.at.file)
      } catch (error) {
        if (error instanceof InputError) return error.messages as readonly RuleMessage[]
        throw error
      }
      return []
    }
    const found = told().map((m) => ({ rule: m.said.rule, line: m.line, column: m.column }))
    expect(found).toContainEqual({
      rule,
      line: example.at.line ?? null,
      column: example.at.column ?? null,
    })
    const same = told().find((m) => m.said.rule === rule)
    // All keys that are known are more than an example needs.
    const values = rule === 'unknown-key' ? same?.said.values : example.values
    expect(same?.said.values).toEqual(values)
  })

  it('is shown for most of what can be wrong in these files', () => {
    expect(shown.length).toBeGreaterThan(15)
  })
})
