import type { Encoding } from '@huijiao/model'
import { decodeBytes } from './bytes.ts'
import { likelihood } from './likelihood.ts'

/** A text that was read in a wrong encoding and saved again, read back. */
export interface Recovered {
  /** Null where too many characters were lost. */
  readonly text: string | null
  /** The encoding that it was in, and the one that it was read in. */
  readonly encoding: Encoding
  readonly misread: Encoding
  /** Characters that were lost, each one U+FFFD now. */
  readonly lost: number
}

/** The mistakes that are made: readers of another country's system, or of a Western one. */
const MISTAKES: readonly (readonly [encoding: Encoding, misread: Encoding])[] = [
  ['utf-8', 'gb18030'],
  ['utf-8', 'big5'],
  ['utf-8', 'shift_jis'],
  ['utf-8', 'euc-kr'],
  ['utf-8', 'windows-1252'],
  ['gb18030', 'big5'],
  ['gb18030', 'windows-1252'],
  ['big5', 'windows-1252'],
  ['big5', 'gb18030'],
  ['shift_jis', 'gb18030'],
  ['shift_jis', 'windows-1252'],
  ['euc-jp', 'gb18030'],
]

/** Characters that are looked at. */
const SAMPLE = 4096
/** How much likelier, in nats a character, the text must be that is read back: wrong readings gain next to nothing. */
const GAIN = 1
/** And in all, so that no few rare characters are taken for others by chance. */
const SURE = 60

/** The text that was meant, where a text is one read in a wrong encoding; null where it is as it should be. */
export function recover(text: string): Recovered | null {
  if (!SUSPECT.test(text)) return null
  const sample = text.slice(0, SAMPLE)
  const length = Array.from(sample).length
  const own = likelihood(sample)
  const found = MISTAKES.map(([encoding, misread]) => {
    const { text: back } = readBack(sample, encoding, misread)
    const kept = back.replaceAll('\uFFFD', '')
    return { encoding, misread, gain: likelihood(kept) - LOSS * (back.length - kept.length) - own }
  }).toSorted((a, b) => b.gain - a.gain)[0]
  if (found === undefined || found.gain < Math.max(SURE, GAIN * length)) return null
  const { encoding, misread } = found
  const { text: back, unknown, foreign } = readBack(text, encoding, misread)
  // Several bytes of one character may be lost, and ? stands for some.
  const whole = back.replaceAll(/[\uFFFD?]+/gu, (run) => {
    const last = run.lastIndexOf('\uFFFD')
    return last < 0 ? run : `\uFFFD${run.slice(last + 1)}`
  })
  const lost = whole.split('\uFFFD').length - 1
  // Where characters have two bytes, one that is lost makes others of all that follow; those of UTF-8 tell where they begin.
  const adrift = unknown > 0 && encoding !== 'utf-8' && misread !== 'windows-1252'
  return { text: adrift || unknown * LOST > foreign ? null : whole, encoding, misread, lost }
}

/** Nats of a byte that is lost: those of the rarest characters, so that what keeps few others never gains. */
const LOSS = 16

/** More than one character in so many lost is no text to print: of UTF-8 read as GBK a third of the bytes are in doubt. */
const LOST = 4

/** Without a character beyond ASCII there is nothing to read back. */
const SUSPECT = /[^\0-\x7F]/u

/** The bytes that gave a text, read in the encoding that they are in, and how many characters have no such bytes. */
function readBack(
  text: string,
  encoding: Encoding,
  misread: Encoding,
): { readonly text: string; readonly unknown: number; readonly foreign: number } {
  const table = bytesOf(misread)
  const bytes: number[] = []
  let [unknown, foreign] = [0, 0]
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const found = code < 0x80 ? [code] : table.get(character)
    if (code >= 0x80) foreign += 1
    if (found === undefined) unknown += 1
    bytes.push(...(found ?? [NONE]))
  }
  return { text: new TextDecoder(encoding).decode(Uint8Array.from(bytes)), unknown, foreign }
}

/** A byte that no encoding has: what stood here is lost. */
const NONE = 0xff

const tables = new Map<Encoding, ReadonlyMap<string, readonly number[]>>()

/** The bytes of each character of one or two in an encoding, by decoding all of them, a line each. */
function bytesOf(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const made = new Map<string, readonly number[]>()
  for (let first = 0x80; first <= 0xff; first += 1) {
    const codes: number[][] = [[first]]
    for (let second = 0x40; second <= 0xfe; second += 1) codes.push([first, second])
    const lines = decodeBytes(encoding, Uint8Array.from(codes.flatMap((code) => [...code, LF])))
    for (const [at, character] of lines.split('\n').entries()) {
      const bytes = codes[at]
      const whole = Array.from(character).length === 1 && character !== '\uFFFD'
      if (whole && bytes !== undefined && !made.has(character)) made.set(character, bytes)
    }
    // ISO 8859-1 has controls where Windows has marks.
    if (encoding === 'windows-1252') made.set(String.fromCharCode(first), [first])
  }
  tables.set(encoding, made)
  return made
}

const LF = 0x0a
