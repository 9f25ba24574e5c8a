import { fault, InputError, type MessagePlace, type RuleMessage } from '@huijiao/model'
import { Ajv } from 'ajv'
import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { describeError, offsetOf } from './schema-errors.ts'

/** A place in a YAML file, both from 1. */
export interface YamlPlace {
  readonly line: number
  readonly column: number
}

/** A YAML file that satisfies its schema, with the place of every value. */
export interface CheckedYaml {
  readonly value: unknown
  readonly document: Document
  /** Place of the value at a path such as `['works', 0, 'title']`; of the nearest ancestor that exists. */
  readonly placeOf: (path: readonly (string | number)[]) => YamlPlace
}

/** Problems that one file is told at once; whoever has more mends these first. */
const MOST_PROBLEMS = 100

/** Characters that YAML does not allow in a file (YAML 1.2.2, 5.1). */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/u

/**
 * Parses YAML and checks it against a JSON Schema.
 *
 * @throws {InputError} with every problem, at most 100, each at its line and column: `yaml-syntax`,
 *   `yaml-character`, `yaml-alias`, `doubled-key`, `unknown-key`, `missing-key`, `wrong-value`.
 */
export function checkYaml(text: string, file: string, schema: object): CheckedYaml {
  const lines = new LineCounter()
  const at = (offset: number): YamlPlace => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const spot = (offset: number): MessagePlace => ({ file, ...at(offset) })
  const report = (problems: readonly (() => RuleMessage)[]): void => {
    if (problems.length === 0) return
    const told = problems.slice(0, MOST_PROBLEMS).map((p) => p())
    const more = problems.length - told.length
    if (more > 0) told.push(fault('more-problems', { file }, { count: more }))
    throw new InputError(told)
  }
  const document = parsed(text, file, lines)
  // Of all that is wrong at one place, the first tells why.
  const faults = new Map(document.errors.toReversed().map((e) => [e.pos[0], e]))
  report(
    [...faults.values()].toReversed().map((e) => () => {
      const isDeep = /call stack/u.test(e.message)
      return fault('yaml-syntax', spot(e.pos[0]), { code: e.code, text: e.message, isDeep })
    }),
  )
  report(
    strange(document).map(
      ({ offset, say }) =>
        () =>
          say(spot(offset)),
    ),
  )
  const placeOf = (path: readonly (string | number)[]): YamlPlace => at(offsetOf(document, path))
  const value: unknown = document.toJS()
  const validate = new Ajv({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    formats: { date: isDay },
  }).compile(schema)
  if (!validate(value)) {
    const errors = (validate.errors ?? []).filter((e) => e.keyword !== 'oneOf')
    report(errors.map((e) => () => describeError(e, document, spot)))
  }
  return { value, document, placeOf }
}

function parsed(text: string, file: string, lineCounter: LineCounter): Document {
  const wrong = FORBIDDEN.exec(text)
  if (wrong !== null) {
    const before = text.slice(0, wrong.index).split('\n')
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
    const point = `U+${wrong[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    throw new InputError([fault('yaml-character', { file, ...place }, { point })])
  }
  // Keys are compared below: the library compares each with each.
  return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false })
}

/** A fault, and the offset in the text where it lies. */
interface Found {
  readonly offset: number
  readonly say: (place: MessagePlace) => RuleMessage
}

/** What YAML allows and a configuration has no use for: repeated keys, and aliases. */
function strange(document: Document): Found[] {
  const found: Found[] = []
  visit(document, {
    Alias(_, alias) {
      const offset = alias.range?.[0] ?? 0
      found.push({ offset, say: (place) => fault('yaml-alias', place, { alias: alias.source }) })
    },
    Map(_, map) {
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        const offset = key.range?.[0] ?? 0
        const name = String(key.value)
        if (seen.has(key.value))
          found.push({ offset, say: (place) => fault('doubled-key', place, { key: name }) })
        seen.add(key.value)
      }
    },
  })
  return found
}

/** Whether year-month-day is a day of the calendar: 2024-02-29 is, 2023-02-29 is not. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
