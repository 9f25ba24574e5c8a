import type { Encoding } from '@huijiao/model'
import { decodeBytes, decodeWhole } from './bytes.ts'
import { likelihood } from './likelihood.ts'

/** A text of which some bytes are no text in its encoding. */
export interface Mended {
  /** U+FFFD where bytes are damaged. */
  readonly text: string
  /** Lines in another encoding, by number from 1. */
  readonly foreign: readonly { readonly line: number; readonly encoding: Encoding }[]
}

/** Encodings in which a line feed is one byte and a part of nothing else, so that lines can be told before they are read. */
const BY_LINE: readonly Encoding[] = ['utf-8', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']

/** Encodings that a line may be in that is pasted from another Chinese file. */
const PASTED: readonly Encoding[] = ['utf-8', 'gb18030', 'big5']

/** Bytes of a line, at most, in which reading goes on where text is likeliest: no line of prose is longer. */
const LONGEST = 1 << 16

/**
 * Reads bytes that are not all text in their encoding. A line that is text in another encoding of Chinese, and likelier
 * in it, is read so. Otherwise reading goes on behind the damage where what follows is likeliest to be text: after one
 * byte that is no text in the middle of a character of two, all that follows would be read off by one.
 *
 * @param guessed whether nobody has said the encoding: where somebody has, all lines are in it.
 */
export function mend(encoding: Encoding, bytes: Uint8Array, guessed: boolean): Mended {
  if (!BY_LINE.includes(encoding)) return { text: decodeBytes(encoding, bytes), foreign: [] }
  const foreign: { line: number; encoding: Encoding }[] = []
  const texts = linesOf(bytes).map((line, index) => {
    const whole = decodeWhole(encoding, line)
    if (whole !== null) return whole
    const own = resumed(encoding, line)
    const [other] = (guessed ? PASTED : [])
      .flatMap((pasted) => {
        const text = decodeWhole(pasted, line)
        return text === null ? [] : [{ encoding: pasted, text, score: likelihood(text) }]
      })
      .toSorted((a, b) => b.score - a.score)
    if (other === undefined || other.score <= likelihood(own)) return own
    foreign.push({ line: index + 1, encoding: other.encoding })
    return other.text
  })
  return { text: texts.join(''), foreign }
}

/** The lines of a file, line feeds included. */
export function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let from = 0
  while (from < bytes.length) {
    const feed = bytes.indexOf(0x0a, from)
    const to = feed < 0 ? bytes.length : feed + 1
    lines.push(bytes.subarray(from, to))
    from = to
  }
  return lines
}

/** A damaged line, read on behind each damaged place where the rest is likeliest to be text. */
function resumed(encoding: Encoding, line: Uint8Array): string {
  const plain = decodeBytes(encoding, line)
  // A byte of UTF-8 says itself whether it begins a character.
  if (encoding === 'utf-8' || line.length > LONGEST) return plain
  let text = ''
  let rest = line
  for (;;) {
    const good = goodBytes(encoding, rest)
    text += decodeBytes(encoding, rest.subarray(0, good))
    if (good === rest.length) return text
    text += '\uFFFD'
    rest = behindDamage(encoding, rest.subarray(good))
  }
}

/** A damaged byte, a damaged character of two, and one with a byte between its two. */
const DAMAGES = [1, 2, 3]

/** What follows the damage that bytes begin with, where its beginning is likeliest to be text. */
function behindDamage(encoding: Encoding, bytes: Uint8Array): Uint8Array {
  const ways = DAMAGES.map((damaged, index) => {
    const rest = bytes.subarray(damaged)
    const score = likelihood(decodeBytes(encoding, rest.subarray(0, NEAR)))
    // What is not read counts as damage does, lest the shortest rest be the likeliest.
    return { rest, score: score - index * SKIPPED }
  })
  return ways.reduce((best, way) => (way.score > best.score ? way : best)).rest
}

/** Bytes behind a damaged place by which it is judged: some thirty characters, so that time grows as the line does. */
const NEAR = 64
/** Nats that a byte less to be read must bring: as much as a rare character has, for two bytes. */
const SKIPPED = 6

/** How many bytes are text before the first that is none. */
function goodBytes(encoding: Encoding, bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodeWhole(encoding, bytes.subarray(0, middle), middle < bytes.length) !== null)
      good = middle
    else bad = middle
  }
  // Step back to the start of a sequence that is left unfinished.
  let end = good
  while (end > 0 && decodeWhole(encoding, bytes.subarray(0, end)) === null) end -= 1
  return end
}
