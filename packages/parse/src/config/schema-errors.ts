import { type Constraint, fault, type MessagePlace, type RuleMessage } from '@huijiao/model'
import type { ErrorObject } from 'ajv'
import { closest, distance } from 'fastest-levenshtein'
import { type Document, isCollection, isMap, isNode, isPair } from 'yaml'
import { aboutKey } from './about.ts'

/** What the schema finds wrong, at its place. */
export function describeError(
  error: ErrorObject,
  document: Document,
  spot: (offset: number) => MessagePlace,
): RuleMessage {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((s) => (/^\d+$/.test(s) ? Number(s) : s.replaceAll('~1', '/').replaceAll('~0', '~')))
  const params = error.params as Record<string, unknown>
  if (error.keyword === 'additionalProperties') {
    const key = String(params.additionalProperty)
    const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {})
    const place = spot(keyOffset(document, path, key))
    return fault('unknown-key', place, { key, known, near: nearest(key, known) })
  }
  const place = spot(offsetOf(document, path))
  if (error.keyword === 'required') {
    const key = String(params.missingProperty)
    return fault('missing-key', place, { key, path: path.join('.') })
  }
  return fault('wrong-value', place, {
    path: path.join('.'),
    constraint: constraintOf(error),
    actual: shortened(JSON.stringify(error.data) ?? 'nothing'),
    about: aboutKey(path, (error.parentSchema as { description?: string }).description),
  })
}

/** What the schema asks for, by the keywords that our schemas use. */
function constraintOf({ keyword, params, message = '' }: ErrorObject): Constraint {
  const { type, pattern, limit, allowedValues } = params as Readonly<Record<string, unknown>>
  const least = Number(limit)
  switch (keyword) {
    case 'type':
      return { kind: 'type', types: [type].flat().map(String) }
    case 'pattern':
      return { kind: 'pattern', pattern: String(pattern) }
    case 'format':
      return { kind: 'date' }
    case 'minLength':
      return { kind: 'length', least }
    case 'minItems':
      return { kind: 'items', least }
    case 'minimum':
      return { kind: 'least', least }
    case 'enum':
      return { kind: 'choice', values: (allowedValues as unknown[]).map(String) }
    default:
      return { kind: 'other', text: message.replace(/^must be /u, '') }
  }
}

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

/** The known key that takes the fewest changes of letters, where they are few: `titel` → `title`. */
function nearest(key: string, known: readonly string[]): string | null {
  const best = closest(key, known)
  return distance(key, best) <= WRONG * Math.max(key.length, best.length) ? best : null
}

/** Characters of a wrong value that a message shows. */
const SHOWN = 60

const shortened = (text: string): string =>
  text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`
