import { METHODS, READING_TYPES } from './terms.ts'
import type { Fail } from './tree-error.ts'

const ID = /^[A-Za-z][A-Za-z0-9-]*$/
const ID_EXPECTED = 'ASCII letters, digits and hyphens, a letter first'

export function checkMeta(node: Record<string, unknown>, fail: Fail): void {
  const meta = node.meta as Record<string, unknown> | undefined
  if (typeof meta !== 'object' || meta === null) fail('meta', 'an object', meta)
  for (const field of ['id', 'title', 'language', 'date', 'generator']) {
    if (typeof meta[field] !== 'string') fail(`meta.${field}`, 'a string', meta[field])
  }
  if (meta.titleBreaks !== undefined) checkBreaks('meta.titleBreaks', meta.titleBreaks, fail)
}

/** Offsets into a text, ascending. */
export function checkBreaks(field: string, breaks: unknown, fail: Fail): void {
  const ok =
    Array.isArray(breaks) &&
    breaks.every((at, i) => Number.isInteger(at) && at > Number(breaks[i - 1] ?? 0))
  if (!ok) fail(field, 'ascending positive integers', breaks)
}

export function checkWork(node: Record<string, unknown>, fail: Fail): void {
  if (typeof node.id !== 'string' || !ID.test(node.id)) fail('id', ID_EXPECTED, node.id)
  if (node.placement !== 'body' && node.placement !== 'appendix') {
    fail('placement', "'body' or 'appendix'", node.placement)
  }
  if (!Array.isArray(node.sigla)) fail('sigla', 'an array', node.sigla)
  const first = (node.children as { type?: unknown }[] | undefined)?.[0]
  if (first?.type !== 'heading') fail('children[0]', 'a heading', first?.type)
}

export function checkApp(node: Record<string, unknown>, fail: Fail): void {
  if (typeof node.id !== 'string' || !ID.test(node.id)) fail('id', ID_EXPECTED, node.id)
  if (!['high', 'medium', 'low', 'undecided'].includes(node.certainty as string)) {
    fail('certainty', 'high, medium, low or undecided', node.certainty)
  }
  if (node.method !== null && !(METHODS as readonly unknown[]).includes(node.method)) {
    fail('method', `${METHODS.join(', ')} or null`, node.method)
  }
  if (!Array.isArray(node.readings)) fail('readings', 'an array', node.readings)
  for (const [index, reading] of (node.readings as Record<string, unknown>[]).entries()) {
    if (typeof reading.text !== 'string') fail(`readings[${index}].text`, 'a string', reading.text)
    if (!(READING_TYPES as readonly unknown[]).includes(reading.type)) {
      fail(`readings[${index}].type`, READING_TYPES.join(', '), reading.type)
    }
  }
}
