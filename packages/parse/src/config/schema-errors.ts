import type { Problem } from '@huijiao/model'
import type { ErrorObject } from 'ajv'
import { closest, distance } from 'fastest-levenshtein'
import { type Document, isCollection, isMap, isNode, isPair } from 'yaml'

/** A problem and the offset in the text where it lies. */
export type Found = Omit<Problem, 'file' | 'line' | 'column'> & { readonly offset: number }

/** What the schema finds wrong, in words. */
export function describeError(error: ErrorObject, document: Document): Found {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((s) => (/^\d+$/.test(s) ? Number(s) : s.replaceAll('~1', '/').replaceAll('~0', '~')))
  const params = error.params as Record<string, unknown>
  if (error.keyword === 'additionalProperties') {
    const key = String(params.additionalProperty)
    const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {})
    return {
      offset: keyOffset(document, path, key),
      rule: 'unknown-key',
      reason: `The key \`${key}\` is not known here`,
      expected: known.join(', '),
      actual: key,
      hint: nearest(key, known),
    }
  }
  const offset = offsetOf(document, path)
  if (error.keyword === 'required') {
    const key = String(params.missingProperty)
    return {
      offset,
      rule: 'missing-key',
      reason: `The key \`${key}\` is missing`,
      expected: `\`${key}\` in ${where(path)}`,
    }
  }
  const description = (error.parentSchema as { description?: string }).description
  return {
    offset,
    rule: 'wrong-value',
    reason: `The value of ${where(path)} ${error.message ?? 'is not valid'}`,
    expected:
      error.keyword === 'enum'
        ? (params.allowedValues as unknown[]).join(', ')
        : (error.message ?? ''),
    actual: shortened(JSON.stringify(error.data) ?? 'nothing'),
    ...(description === undefined ? {} : { hint: description }),
  }
}

const where = (path: readonly (string | number)[]): string =>
  path.length === 0 ? 'the file' : `\`${path.join('.')}\``

/** Offset of the value at a path, or of the nearest ancestor that exists. */
export function offsetOf(document: Document, path: readonly (string | number)[]): number {
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

/** Share of the letters of a key that may be wrong for another to be meant. */
const WRONG = 0.4

/** Suggests the known key that takes the fewest changes of letters, where they are few. */
function nearest(key: string, known: readonly string[]): string {
  const best = closest(key, known)
  return distance(key, best) <= WRONG * Math.max(key.length, best.length)
    ? `Did you mean \`${best}\`?`
    : 'Remove it, or see the schema.'
}

/** Characters of a wrong value that a message shows. */
const SHOWN = 60

const shortened = (text: string): string =>
  text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`
