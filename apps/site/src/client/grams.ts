/*
 * What the search is made of, at build time and in the page alike: keys of characters, and grams of keys.
 */

/** Other forms of characters by the form that they are searched by: traditional by simplified, and the like. */
export type KeyTable = ReadonlyMap<string, string>

/** A text by its keys, with the offset in code points of the character that each comes from. */
export interface Keyed {
  readonly keys: readonly string[]
  readonly places: readonly number[]
}

const SOUGHT = /[\p{L}\p{N}\p{M}]/u

/**
 * A text as it is searched: letters and digits alone, each in one form.
 *
 * @example `「說話」，A` → 说 话 a
 */
export function keyed(text: string, table: KeyTable): Keyed {
  const keys: string[] = []
  const places: number[] = []
  let place = 0
  for (const character of text) {
    const known = table.get(character) ?? character
    for (const key of known.normalize('NFKC').toLowerCase()) {
      if (!SOUGHT.test(key)) continue
      keys.push(table.get(key) ?? key)
      places.push(place)
    }
    place += 1
  }
  return { keys, places }
}

/** What a text is found by: its keys, and every two that stand side by side. */
export function gramsOf(keys: readonly string[]): string[] {
  return keys.flatMap((key, i) => {
    const next = keys[i + 1]
    return next === undefined ? [key] : [key, key + next]
  })
}

/** The part of the index that has a gram: FNV-1a over its code units. */
export function shardOf(gram: string, shards: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < gram.length; i += 1) {
    hash ^= gram.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193) >>> 0
  }
  return hash % shards
}

/** A part of an edition's texts, as it lies on the site. */
export interface TextPart {
  /** Of the edition. */
  readonly title: string
  readonly lang: string
  readonly blocks: readonly TextBlock[]
}

/** A block: its page below the edition's folder with the id, the title of its work, its text, what witnesses have otherwise. */
export type TextBlock = readonly [
  page: string,
  work: string,
  text: string,
  variants: readonly Variant[],
]

/** Code points of the text, half-open, what stands in their place, and in which witnesses. */
export type Variant = readonly [start: number, end: number, text: string, sigla: readonly string[]]

/** What lies in `search/index.json`: how many parts the index has, and the editions with how many parts of texts each. */
export interface SearchIndex {
  readonly shards: number
  readonly editions: readonly (readonly [id: string, parts: number])[]
}
