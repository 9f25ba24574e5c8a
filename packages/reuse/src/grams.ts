import { isContent, keyOf } from '@huijiao/text'

/** How a text is sampled; the same for all files that are compared. */
export interface Sampling {
  /** Matching keys in a gram. */
  readonly length: number
  /** Of so many grams one is kept, told by its hash, so that copies keep the same ones. */
  readonly every: number
}

/**
 * Eight keys are two to four words of Chinese: short enough that 44 % of them survive where two copies differ
 * in every tenth character (0.9^8), long enough that what is shared by chance is rare. One of eight is kept:
 * a passage of 200 characters with that many differences keeps eleven of those it shares, and hardly ever
 * fewer than the three that are asked for (`bench scale` measures both).
 */
export const SAMPLING: Sampling = { length: 8, every: 8 }

/** The sampled grams of a text, each hash once, where it stands first; by place. */
export interface Grams {
  readonly hashes: BigInt64Array
  /** Code points before the gram. */
  readonly places: Int32Array
  /** Code points of the text. */
  readonly characters: number
}

/** Odd multipliers of two polynomial hashes modulo 2^32 (from the constants of xxHash32). */
const BASES = [0x9e3779b1, 0x85ebca77] as const

/**
 * The sampled grams of a text: over its content characters alone, as matching keys, so that punctuation,
 * line ends, width and script make no difference.
 *
 * @example 「庭中海棠，盡落」 and 「庭中海\n棠尽落」 have the same grams.
 */
export function gramsOf(text: string, { length, every }: Sampling = SAMPLING): Grams {
  const [base, otherBase] = BASES
  const [top, otherTop] = [power(base, length), power(otherBase, length)]
  const limit = 2 ** 32 / every
  const keys = new Int32Array(length)
  const starts = new Int32Array(length)
  const sample = new Sample()
  let [hash, otherHash, seen, point] = [0, 0, 0, 0]
  for (let at = 0; at < text.length; at += 1, point += 1) {
    const code = text.codePointAt(at) ?? 0
    if (code > 0xffff) at += 1
    const key = keyNumber(code)
    if (key === 0) continue
    const slot = seen % length
    const oldest = keys[slot] ?? 0
    hash = (Math.imul(hash, base) + key - Math.imul(oldest, top)) | 0
    otherHash = (Math.imul(otherHash, otherBase) + key - Math.imul(oldest, otherTop)) | 0
    keys[slot] = key
    starts[slot] = point
    seen += 1
    if (seen < length) continue
    const high = spread(hash)
    if (high >>> 0 < limit) sample.add(high, spread(otherHash), starts[seen % length] ?? 0)
  }
  return { ...sample.taken(), characters: point }
}

/** The rolling hash forgets a key by taking away its multiplier's power. */
function power(base: number, exponent: number): number {
  let result = 1
  for (let i = 0; i < exponent; i += 1) result = Math.imul(result, base)
  return result
}

/** Spreads the bits of a number evenly (the last step of MurmurHash3). */
function spread(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** Numbers of matching keys by code point, filled as characters are met; 0 where it is no content. */
const numbers = new Int32Array(0x110000)
const isKnown = new Uint8Array(0x110000)

function keyNumber(code: number): number {
  if (isKnown[code] === 1) return numbers[code] ?? 0
  const character = String.fromCodePoint(code)
  isKnown[code] = 1
  numbers[code] = isContent(character) ? hashOf(keyOf(character)) : 0
  return numbers[code] ?? 0
}

/** A number for a key, never 0 (FNV-1a over UTF-16). */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return hash === 0 ? 1 : hash
}

/** Hashes with the places where they stood first, in buffers that grow. */
class Sample {
  #words = new Int32Array(2048)
  #places = new Int32Array(1024)
  #count = 0
  readonly #seen = new Set<number>()

  add(high: number, low: number, place: number): void {
    // 53 bits of the 64, as many as a number holds: enough to tell the grams of one file apart.
    const known = (high >>> 0) * 0x200000 + (low >>> 11)
    if (this.#seen.has(known)) return
    this.#seen.add(known)
    if (this.#count === this.#places.length) this.#grow()
    // Little-endian, as the 64-bit view below reads it on every machine that Node runs on.
    this.#words[2 * this.#count] = low
    this.#words[2 * this.#count + 1] = high
    this.#places[this.#count] = place
    this.#count += 1
  }

  #grow(): void {
    const [words, places] = [this.#words, this.#places]
    this.#words = new Int32Array(words.length * 2)
    this.#words.set(words)
    this.#places = new Int32Array(places.length * 2)
    this.#places.set(places)
  }

  taken(): { readonly hashes: BigInt64Array; readonly places: Int32Array } {
    return {
      hashes: new BigInt64Array(this.#words.buffer, 0, this.#count),
      places: this.#places.slice(0, this.#count),
    }
  }
}
