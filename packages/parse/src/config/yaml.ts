import { InputError, message } from '@huijiao/model'
import { Ajv, type ErrorObject } from 'ajv'
import type { VFileMessage } from 'vfile-message'
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  LineCounter,
  parseDocument,
} from 'yaml'

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

/**
 * Parses YAML and checks it against a JSON Schema.
 *
 * @throws {InputError} with every problem, each at its line and column: `yaml-syntax`, `unknown-key`,
 *   `missing-key`, `wrong-value`.
 */
export function checkYaml(text: string, file: string, schema: object): CheckedYaml {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  })
  const at = (offset: number): YamlPlace => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  if (document.errors.length > 0) {
    throw new InputError(
      document.errors.map((e) =>
        message({
          file,
          ...at(e.pos[0]),
          rule: 'yaml-syntax',
          reason: e.message,
          expected: 'YAML 1.2',
        }),
      ),
    )
  }
  const placeOf = (path: readonly (string | number)[]): YamlPlace => at(offsetOf(document, path))
  const value: unknown = document.toJS()
  const validate = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(
    schema,
  )
  if (!validate(value)) {
    const errors = (validate.errors ?? []).filter((e) => e.keyword !== 'oneOf')
    throw new InputError(errors.map((e) => describe(e, file, document, at)))
  }
  return { value, document, placeOf }
}

function describe(
  error: ErrorObject,
  file: string,
  document: Document,
  at: (offset: number) => YamlPlace,
): VFileMessage {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((s) => (/^\d+$/.test(s) ? Number(s) : s.replaceAll('~1', '/').replaceAll('~0', '~')))
  const params = error.params as Record<string, unknown>
  if (error.keyword === 'additionalProperties') {
    const key = String(params.additionalProperty)
    const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {})
    return message({
      file,
      ...at(keyOffset(document, path, key)),
      rule: 'unknown-key',
      reason: `The key \`${key}\` is not known here`,
      expected: known.join(', '),
      actual: key,
      hint: nearest(key, known),
    })
  }
  const place = at(offsetOf(document, path))
  if (error.keyword === 'required') {
    const key = String(params.missingProperty)
    return message({
      file,
      ...place,
      rule: 'missing-key',
      reason: `The key \`${key}\` is missing`,
      expected: `\`${key}\` in ${where(path)}`,
    })
  }
  const description = (error.parentSchema as { description?: string }).description
  return message({
    file,
    ...place,
    rule: 'wrong-value',
    reason: `The value of ${where(path)} ${error.message ?? 'is not valid'}`,
    expected:
      error.keyword === 'enum'
        ? (params.allowedValues as unknown[]).join(', ')
        : (error.message ?? ''),
    actual: JSON.stringify(error.data) ?? 'nothing',
    ...(description === undefined ? {} : { hint: description }),
  })
}

const where = (path: readonly (string | number)[]): string =>
  path.length === 0 ? 'the file' : `\`${path.join('.')}\``

function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown =
      length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range != null) return node.range[0]
  }
  return 0
}

function keyOffset(document: Document, path: readonly (string | number)[], key: string): number {
  const parent: unknown = path.length === 0 ? document.contents : document.getIn(path, true)
  if (isCollection(parent) && isMap(parent)) {
    for (const pair of parent.items) {
      if (isPair(pair) && isNode(pair.key) && String(pair.key) === key && pair.key.range != null) {
        return pair.key.range[0]
      }
    }
  }
  return offsetOf(document, path)
}

/** Suggests the known key that shares most letters in order, where one is close. */
function nearest(key: string, known: readonly string[]): string {
  const scored = known
    .map((candidate) => ({ candidate, shared: commonSubsequence(key, candidate) }))
    .filter((s) => s.shared >= Math.max(key.length, s.candidate.length) * 0.6)
    .sort((a, b) => b.shared - a.shared)
  const best = scored[0]
  return best === undefined
    ? 'Remove it, or see the schema.'
    : `Did you mean \`${best.candidate}\`?`
}

function commonSubsequence(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, () => 0)
  for (const x of a) {
    const next = [0]
    for (const [j, y] of [...b].entries()) {
      next.push(x === y ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
