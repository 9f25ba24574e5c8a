import type { CollatedWork } from '@huijiao/model'

/** Occurrence of a pattern in a witness. */
export interface Hit {
  /** Index into the works given. */
  readonly work: number
  readonly witness: number
  /** Token index of its first character. */
  readonly at: number
}

/** All witnesses of all works as strings of matching keys, searchable. */
export interface Concordance {
  readonly works: readonly CollatedWork[]
  /** Keys as a string with one UTF-16 unit for each token. */
  readonly encode: (keys: readonly string[]) => string
  /** The whole text of a witness, encoded. */
  readonly text: (work: number, witness: number) => string
  /** All places of a pattern of three units or more; none for a shorter one, or for a formula. */
  readonly find: (pattern: string) => readonly Hit[]
  /** The first of them that is acceptable. */
  readonly first: (pattern: string, acceptable: (hit: Hit) => boolean) => Hit | undefined
}

/** Neighbouring characters that are indexed together. */
const GRAM = 3
const LEAST_BUCKETS = 1 << 12
/**
 * Places beyond which a pattern is a formula, which nothing can be told by: of three characters in a million of prose the
 * commonest stand at some hundreds. A text that repeats itself would else be compared with all of itself.
 */
const FORMULA = 1000

interface Text {
  readonly work: number
  readonly witness: number
  readonly text: string
}

/** Indexes every three neighbouring characters; a pattern is looked up by its rarest three. */
export function concordanceOf(works: readonly CollatedWork[]): Concordance {
  const encode = encoder()
  const texts = works.flatMap((work, w) =>
    work.witnesses.map((witness, i) => ({
      work: w,
      witness: i,
      text: encode(witness.tokens.map((t) => t.n)),
    })),
  )
  const byWitness = works.map((_, w) => texts.filter((t) => t.work === w).map((t) => t.text))
  const first = finder(texts, gramsOf(texts))
  const find = (pattern: string): readonly Hit[] => {
    const hits: Hit[] = []
    first(pattern, (hit) => {
      hits.push(hit)
      return false
    })
    return hits
  }
  return { works, encode, text: (w, i) => byWitness[w]?.[i] ?? '', find, first }
}

/** Keys as strings of one UTF-16 unit each. */
function encoder(): Concordance['encode'] {
  const units = new Map<string, string>()
  const encodeOne = (key: string): string => {
    const known = units.get(key)
    if (known !== undefined) return known
    // Keys beyond one UTF-16 unit take the place of surrogates and private use, which no key has.
    const astral = 0xd800 + Math.min(units.size, 0x20ff)
    const unit = key.length === 1 ? key : String.fromCharCode(astral)
    if (key.length !== 1) units.set(key, unit)
    return unit
  }
  return (keys) => keys.map(encodeOne).join('')
}

/** Every three neighbouring characters, sorted by bucket: those of bucket b are `starts[b]` to `starts[b + 1]`. */
interface Grams {
  readonly bucket: (text: string, at: number) => number
  readonly starts: Int32Array
  /** Index of the text, and place in it, of each. */
  readonly textOf: Int32Array
  readonly place: Int32Array
}

/** A counting sort: how many are in each bucket, where each begins, then every gram into its place. */
function gramsOf(texts: readonly Text[]): Grams {
  const grams = texts.reduce((sum, { text }) => sum + Math.max(0, text.length - GRAM + 1), 0)
  let buckets = LEAST_BUCKETS
  while (buckets < grams) buckets *= 2
  const bucket = (text: string, i: number): number => {
    const mixed =
      Math.imul(text.charCodeAt(i), 0x9e3779b1) ^
      Math.imul(text.charCodeAt(i + 1), 0x85ebca77) ^
      Math.imul(text.charCodeAt(i + 2), 0xc2b2ae3d)
    return (mixed ^ (mixed >>> 15)) & (buckets - 1)
  }
  const starts = new Int32Array(buckets + 1)
  for (const { text } of texts) {
    for (let i = 0; i + GRAM <= text.length; i += 1) {
      const b = bucket(text, i) + 1
      starts[b] = (starts[b] ?? 0) + 1
    }
  }
  for (let b = 1; b <= buckets; b += 1) starts[b] = (starts[b] ?? 0) + (starts[b - 1] ?? 0)
  const next = starts.slice()
  const textOf = new Int32Array(grams)
  const place = new Int32Array(grams)
  for (const [t, { text }] of texts.entries()) {
    for (let i = 0; i + GRAM <= text.length; i += 1) {
      const b = bucket(text, i)
      const slot = next[b] ?? 0
      next[b] = slot + 1
      textOf[slot] = t
      place[slot] = i
    }
  }
  return { bucket, starts, textOf, place }
}

function finder(texts: readonly Text[], grams: Grams): Concordance['first'] {
  const { bucket, starts, textOf, place } = grams
  return (pattern, acceptable) => {
    let [anchor, from, to] = [-1, 0, 0]
    for (let i = 0; i + GRAM <= pattern.length; i += 1) {
      const b = bucket(pattern, i)
      const [start, end] = [starts[b] ?? 0, starts[b + 1] ?? 0]
      if (anchor < 0 || end - start < to - from) [anchor, from, to] = [i, start, end]
    }
    if (to - from > FORMULA) return undefined
    for (let slot = from; slot < to; slot += 1) {
      const t = texts[textOf[slot] ?? 0]
      const at = (place[slot] ?? 0) - anchor
      if (t !== undefined && at >= 0 && t.text.startsWith(pattern, at)) {
        const hit = { work: t.work, witness: t.witness, at }
        if (acceptable(hit)) return hit
      }
    }
    return undefined
  }
}
