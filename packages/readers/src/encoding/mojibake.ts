import type { Encoding } from '@huijiao/model'
import { decodeBytes } from './bytes.ts'
import { likelihood } from './likelihood.ts'

/** A text that was read in a wrong encoding and saved again, read back. */
export interface Recovered {
  readonly text: string
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
  ['utf-8', 'windows-1252'],
  ['gb18030', 'windows-1252'],
  ['big5', 'windows-1252'],
  ['big5', 'gb18030'],
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
  const found = MISTAKES.flatMap(([encoding, misread]) => {
    const back = readBack(sample, encoding, misread)
    return back === null ? [] : [{ encoding, misread, gain: likelihood(back) - own }]
  }).toSorted((a, b) => b.gain - a.gain)[0]
  if (found === undefined || found.gain < Math.max(SURE, GAIN * length)) return null
  const { encoding, misread } = found
  // Several bytes of one character may be lost.
  const whole = readBack(text, encoding, misread)?.replaceAll(/\uFFFD+/gu, '\uFFFD')
  if (whole === undefined) return null
  return { text: whole, encoding, misread, lost: whole.split('\uFFFD').length - 1 }
}

/** At most one character in so many can have been lost: a third of the bytes of UTF-8 read as GBK are in doubt. */
const LOST = 4

/** Without a character beyond ASCII there is nothing to read back. */
const SUSPECT = /[^\0-\x7F]/u

/** The bytes that gave a text, read in the encoding that they are in; null where it cannot have been so. */
function readBack(text: string, encoding: Encoding, misread: Encoding): string | null {
  const table = bytesOf(misread)
  const bytes: number[] = []
  let [unknown, foreign] = [0, 0]
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const found = code < 0x80 ? [code] : table.get(character)
    if (code >= 0x80) foreign += 1
    if (found === undefined) unknown += 1
    // No encoding has this byte: what stood here is lost.
    bytes.push(...(found ?? [0xff]))
  }
  if (unknown * LOST > foreign) return null
  const back = new TextDecoder(encoding).decode(Uint8Array.from(bytes))
  // Before what is lost side by side is made one: else a line of one mark, read as nothing, would seem the better text.
  if (back.split('\uFFFD').length - 1 > back.length / 2) return null
  return back.replaceAll(/[\uFFFD?]+/gu, (run) => {
    const last = run.lastIndexOf('\uFFFD')
    return last < 0 ? run : `\uFFFD${run.slice(last + 1)}`
  })
}

const tables = new Map<Encoding, ReadonlyMap<string, readonly number[]>>()

/** The bytes of each character of one or two in an encoding, by decoding all of them. */
function bytesOf(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const made = new Map<string, readonly number[]>()
  const add = (...bytes: number[]): void => {
    const character = decodeBytes(encoding, Uint8Array.from(bytes))
    if (Array.from(character).length === 1 && character !== '\uFFFD' && !made.has(character))
      made.set(character, bytes)
  }
  for (let first = 0x80; first <= 0xff; first += 1) {
    add(first)
    if (encoding === 'windows-1252') continue
    for (let second = 0x40; second <= 0xfe; second += 1) add(first, second)
  }
  tables.set(encoding, made)
  return made
}
