import type { Encoding } from '@huijiao/model'
import { decodeBytes, decodeWhole } from './bytes.ts'
import { likelihood } from './likelihood.ts'
import { linesOf } from './mend.ts'

/** What a file's first bytes and its characters say of its encoding. */
export interface EncodingGuess {
  readonly encoding: Encoding
  /** Bytes of the byte order mark, to be skipped. */
  readonly mark: number
  /** Encodings that the bytes speak for nearly as well; empty where there is no doubt. */
  readonly rivals: readonly Encoding[]
}

/**
 * How much less likely a file is to be in an encoding than in those of Chinese, in nats: UTF-16 is written with a
 * byte order mark but seldom without, and the raw files of Chinese editions are seldom Japanese, Korean or Western.
 */
const SELDOM: Partial<Record<Encoding, number>> = {
  'utf-16le': Math.log(0.02),
  'utf-16be': Math.log(0.02),
  shift_jis: Math.log(0.02),
  'euc-jp': Math.log(0.02),
  'euc-kr': Math.log(0.02),
  'windows-1252': Math.log(0.02),
  hz: Math.log(0.02),
  'iso-2022-jp': Math.log(0.02),
  'utf-7': Math.log(0.02),
}

/** Bytes that are looked at to tell encodings apart. */
const SAMPLE = 1 << 16
/** A lead of less than this, in nats, leaves the encoding in doubt. */
const DOUBT = 12

/** The encoding of a file, by byte order mark, by validity, and by the frequency of its characters. */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const mark = byteOrderMark(bytes)
  if (mark !== null) return { ...mark, rivals: [] }
  const sample = withoutFill(bytes).subarray(0, SAMPLE)
  // UTF-16 of ASCII is UTF-8 too, with a null after each letter; of anything else it is not.
  const mayBeUtf8 = !sample.includes(0) || sample.some((byte) => byte >= 0x80)
  const inSevenBits = sevenBits(sample)
  if (inSevenBits !== null) return { encoding: inSevenBits, mark: 0, rivals: [] }
  if (mayBeUtf8 && (decodes('utf-8', bytes) || (!sample.includes(0) && isMostlyUtf8(sample)))) {
    return { encoding: 'utf-8', mark: 0, rivals: [] }
  }
  const scored = CANDIDATES.map((encoding) => {
    const text = decodeBytes(encoding, sample, true)
    return { encoding, score: likelihood(text) + (SELDOM[encoding] ?? 0) }
  }).toSorted((a, b) => b.score - a.score)
  const [best, ...rest] = scored
  if (best === undefined) return { encoding: 'utf-8', mark: 0, rivals: [] }
  const rivals = rest
    .filter(({ encoding, score }) => best.score - score < DOUBT && decodes(encoding, bytes))
    .map(({ encoding }) => encoding)
  return { encoding: best.encoding, mark: 0, rivals }
}

/** The bytes before the nulls that a file ends with, where a disk was full or a machine stopped while it was written. */
function withoutFill(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  // The last letter of UTF-16 may end with one.
  return bytes.length - end > 1 ? bytes.subarray(0, end) : bytes
}

/**
 * Whether more than half of what is not ASCII stands in lines that are UTF-8: text in another encoding is that by
 * chance for a few characters only. The rest is damaged, or pasted from elsewhere.
 */
function isMostlyUtf8(sample: Uint8Array): boolean {
  let [valid, all] = [0, 0]
  for (const line of linesOf(sample)) {
    const beyond = line.reduce((count, byte) => count + (byte < 0x80 ? 0 : 1), 0)
    all += beyond
    if (beyond > 0 && decodeWhole('utf-8', line) !== null) valid += beyond
  }
  return valid > LEAST && 2 * valid > all
}

/** Bytes beyond ASCII in lines of UTF-8, at least, that are no chance. */
const LEAST = 12

/** The mark that a file begins with, or null. */
export function byteOrderMark(bytes: Uint8Array): { encoding: Encoding; mark: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { encoding: 'utf-8', mark: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', mark: 2 }
  return null
}

const decodes = (encoding: Encoding, bytes: Uint8Array): boolean =>
  decodeWhole(encoding, bytes) !== null

/** Encodings that the bytes of a file may be in; which they are, their characters tell. */
const CANDIDATES: readonly Encoding[] = [
  'utf-8',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1252',
  'utf-16le',
  'utf-16be',
]

/** By what an encoding of seven bits shifts out of ASCII: `~{`, an escape, `+` before letters. */
const SEVEN_BITS: readonly (readonly [Encoding, (ascii: string) => boolean])[] = [
  ['hz', (ascii) => ascii.includes('~{')],
  ['iso-2022-jp', (ascii) => ascii.includes('\u001B$')],
  ['utf-7', (ascii) => /\+[A-Za-z\d/]{3}/u.test(ascii)],
]

/** An encoding of seven bits in which ASCII is likelier to be text; null where there is none. */
function sevenBits(sample: Uint8Array): Encoding | null {
  if (sample.some((byte) => byte >= 0x80)) return null
  const ascii = decodeBytes('utf-8', sample)
  const found = SEVEN_BITS.find(([encoding, isShifted]) => {
    if (!isShifted(ascii)) return false
    const text = decodeBytes(encoding, sample, true)
    return likelihood(text) + (SELDOM[encoding] ?? 0) > likelihood(ascii)
  })
  return found?.[0] ?? null
}
