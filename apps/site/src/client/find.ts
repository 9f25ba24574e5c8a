import { type KeyTable, keyed, type TextBlock, type Variant } from './grams.ts'

/** Where words were found in a block. */
export interface Hit {
  /** The text that has them, that of the edition or of witnesses. */
  readonly text: string
  /** Code points, half-open, of the first of them. */
  readonly start: number
  readonly end: number
  /** Witnesses that have it, where it is not in the text; empty where it is. */
  readonly sigla: readonly string[]
  /** What the text has in its place, where it is not in the text. */
  readonly instead: string
}

/** Finds words in a block, all of them: in its text, and in what witnesses have otherwise. */
export function find(
  [, , text, variants]: TextBlock,
  terms: readonly string[],
  table: KeyTable,
): Hit[] {
  const own = within(text, terms, table)
  const hits: Hit[] = own === null ? [] : [{ text, ...own, sigla: [], instead: '' }]
  for (const sigla of groups(variants)) {
    const [siglum = ''] = sigla
    const other = rebuilt(
      text,
      variants.filter((v) => v[3].includes(siglum)),
    )
    const found = other.changes.flatMap((change) => {
      const place = within(other.text, terms, table, change)
      return place === null ? [] : [{ ...place, instead: change.instead }]
    })
    const [first] = found
    if (first !== undefined) hits.push({ text: other.text, ...first, sigla })
  }
  return hits
}

/** Witnesses that depart in the same places. */
function groups(variants: readonly Variant[]): string[][] {
  const places = new Map<string, number[]>()
  for (const [i, variant] of variants.entries()) {
    for (const siglum of variant[3]) places.set(siglum, [...(places.get(siglum) ?? []), i])
  }
  const alike = new Map<string, string[]>()
  for (const [siglum, own] of places) {
    const key = own.join(' ')
    alike.set(key, [...(alike.get(key) ?? []), siglum])
  }
  return [...alike.values()]
}

interface Change {
  readonly start: number
  readonly end: number
  readonly instead: string
}

/** The text of a witness, with the places where it departs. */
function rebuilt(
  text: string,
  variants: readonly Variant[],
): { readonly text: string; readonly changes: readonly Change[] } {
  const points = [...text]
  const changes: Change[] = []
  const out: string[] = []
  let at = 0
  for (const [start, end, value] of variants) {
    out.push(...points.slice(at, start))
    const from = out.length
    out.push(...value)
    changes.push({ start: from, end: out.length, instead: points.slice(start, end).join('') })
    at = end
  }
  out.push(...points.slice(at))
  return { text: out.join(''), changes }
}

/**
 * The first place of the first term, where a text has all of them; with a change, only where some term touches it.
 * An empty change, where a witness has nothing, is touched by what runs over it.
 */
function within(
  text: string,
  terms: readonly string[],
  table: KeyTable,
  change?: Change,
): { start: number; end: number } | null {
  const { keys, places } = keyed(text, table)
  const whole = keys.join('')
  let first: { start: number; end: number } | null = null
  let touches = change === undefined
  for (const term of terms) {
    const found = everyPlace(whole, term).map((at) => placeOf(keys, places, at, term.length))
    const touching = found.find(
      (p) =>
        change !== undefined &&
        (change.start === change.end
          ? p.start < change.start && p.end > change.start
          : p.start < change.end && p.end > change.start),
    )
    const [some] = touching === undefined ? found : [touching]
    if (some === undefined) return null
    touches ||= touching !== undefined
    first = touching ?? first ?? some
  }
  return touches ? first : null
}

function everyPlace(text: string, term: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) found.push(at)
  return found
}

/** From code units of the keys to code points of the text. */
function placeOf(
  keys: readonly string[],
  places: readonly number[],
  at: number,
  length: number,
): { start: number; end: number } {
  let unit = 0
  let [from, to] = [keys.length, keys.length]
  for (const [i, key] of keys.entries()) {
    if (unit === at) from = i
    unit += key.length
    if (unit >= at + length) {
      to = i
      break
    }
  }
  return { start: places[from] ?? 0, end: (places[to] ?? 0) + 1 }
}
