import type { CollatedWork } from '../model.ts'

/** Where a pattern stands in a witness. */
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
  /** All places of a pattern of two units or more; none for a shorter one. */
  readonly find: (pattern: string) => readonly Hit[]
}

const BUCKETS = 1 << 18
const bucket = (a: number, b: number): number =>
  (Math.imul(a, 40503) ^ Math.imul(b, 30011)) & (BUCKETS - 1)

/** Indexes every pair of neighbouring characters; a pattern is looked up by its rarest pair. */
export function concordanceOf(works: readonly CollatedWork[]): Concordance {
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
  const encode = (keys: readonly string[]): string => keys.map(encodeOne).join('')
  const texts = works.flatMap((work, w) =>
    work.witnesses.map((witness, i) => ({
      work: w,
      witness: i,
      text: encode(witness.tokens.map((t) => t.n)),
    })),
  )
  const byWitness = new Map(texts.map((t) => [`${t.work} ${t.witness}`, t.text]))

  const counts = new Int32Array(BUCKETS + 1)
  for (const { text } of texts) {
    for (let i = 0; i + 1 < text.length; i += 1) {
      const b = bucket(text.charCodeAt(i), text.charCodeAt(i + 1)) + 1
      counts[b] = (counts[b] ?? 0) + 1
    }
  }
  for (let b = 1; b <= BUCKETS; b += 1) counts[b] = (counts[b] ?? 0) + (counts[b - 1] ?? 0)
  const starts = counts.slice()
  const textOf = new Int32Array(counts[BUCKETS] ?? 0)
  const place = new Int32Array(counts[BUCKETS] ?? 0)
  for (const [t, { text }] of texts.entries()) {
    for (let i = 0; i + 1 < text.length; i += 1) {
      const b = bucket(text.charCodeAt(i), text.charCodeAt(i + 1))
      const slot = starts[b] ?? 0
      starts[b] = slot + 1
      textOf[slot] = t
      place[slot] = i
    }
  }

  const find = (pattern: string): readonly Hit[] => {
    let anchor = -1
    let rarest = Number.POSITIVE_INFINITY
    for (let i = 0; i + 1 < pattern.length; i += 1) {
      const b = bucket(pattern.charCodeAt(i), pattern.charCodeAt(i + 1))
      const size = (counts[b + 1] ?? 0) - (counts[b] ?? 0)
      if (size < rarest) {
        rarest = size
        anchor = i
      }
    }
    if (anchor < 0) return []
    const b = bucket(pattern.charCodeAt(anchor), pattern.charCodeAt(anchor + 1))
    const hits: Hit[] = []
    for (let slot = counts[b] ?? 0; slot < (counts[b + 1] ?? 0); slot += 1) {
      const t = texts[textOf[slot] ?? 0]
      const at = (place[slot] ?? 0) - anchor
      if (t !== undefined && at >= 0 && t.text.startsWith(pattern, at)) {
        hits.push({ work: t.work, witness: t.witness, at })
      }
    }
    return hits
  }
  return { works, encode, text: (w, i) => byWitness.get(`${w} ${i}`) ?? '', find }
}
