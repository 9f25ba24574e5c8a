import { type Encoding, InputError, fault, warning } from '@huijiao/model'
import type { VFileMessage } from 'vfile-message'
import { decodeWhole } from './bytes.ts'
import { byteOrderMark, guessEncoding } from './encoding.ts'
import { ReadError } from './error.ts'
import { mend } from './mend.ts'
import { type Recovered, recover } from './mojibake.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  /** Warnings: bytes that are no text, an encoding in doubt, a text that was read in a wrong one before. */
  readonly messages: readonly VFileMessage[]
}

/** How a person wants a file decoded. */
export interface DecodeOptions {
  /** The encoding; without it the bytes decide. */
  readonly encoding?: Encoding | undefined
  /** Whether a byte that is no text is an error. */
  readonly strict?: boolean | undefined
}

/**
 * The text of a file, without its byte order mark; line ends stay as they are. A byte that is no text is read as
 * U+FFFD, with a warning at its line and column; a line in another encoding is read in it, with a warning. A text that
 * was read in a wrong encoding and saved again is read back, with a warning.
 *
 * @throws {InputError} where so much of a text that was read in a wrong encoding is lost that it cannot be read back.
 * @throws {ReadError} with the byte offset of the first byte that is no text: where `strict` asks for it, or where
 * there are so many that the file can be no text.
 */
export function decode(file: string, bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const { encoding: declared, strict = false } = options
  const { encoding, mark, rivals } =
    declared === undefined ? guessEncoding(bytes) : { ...asDeclared(declared, bytes), rivals: [] }
  const body = bytes.subarray(mark)
  const doubt =
    rivals.length === 0 ? [] : [encodingDoubt(file, bytes.length, [encoding, ...rivals])]
  const whole = decodeWhole(encoding, body)
  if (whole !== null) {
    const back = recover(whole)
    if (back === null) return { text: whole, encoding, messages: doubt }
    if (back.text === null) throw new InputError([lostEncoding(file, back)])
    return { text: back.text, encoding, messages: [...doubt, misread(file, back)] }
  }
  const { text, foreign } = mend(encoding, body, declared === undefined)
  const broken = [...text.matchAll(/\uFFFD+/gu)]
  if (strict || broken.length > TOLERATED * text.length) {
    const at = firstBroken(encoding, body)
    const found = hex(body.subarray(at, at + 4))
    throw new ReadError({ file, offset: mark + at, encoding, bytes: found })
  }
  const places = broken.slice(0, TOLD).map(({ index }) => damage(file, text, index, encoding))
  const rest = broken.length > TOLD ? [moreDamage(file, broken.length - TOLD)] : []
  const pasted = foreign.map(({ line, encoding: other }) =>
    warning('pasted-encoding', { file, line, column: 1 }, { encoding: other, file: encoding }),
  )
  return { text, encoding, messages: [...doubt, ...places, ...rest, ...pasted] }
}

/** Share of a text that may be damage; a file of another kind or encoding has far more. */
const TOLERATED = 0.05
/** Places of damage that are told one by one. */
const TOLD = 20

function asDeclared(encoding: Encoding, bytes: Uint8Array): { encoding: Encoding; mark: number } {
  const found = byteOrderMark(bytes)
  return { encoding, mark: found?.encoding === encoding ? found.mark : 0 }
}

const damage = (file: string, text: string, at: number, encoding: Encoding): VFileMessage => {
  const before = text.slice(0, at).split(/\r\n|\r|\n/u)
  const column = Array.from(before.at(-1) ?? '').length + 1
  return warning('damaged-byte', { file, line: before.length, column }, { encoding })
}

const moreDamage = (file: string, count: number): VFileMessage =>
  warning('more-damaged-bytes', { file }, { count })

const misread = (file: string, { encoding, misread: as, lost }: Recovered): VFileMessage =>
  warning('misread-encoding', { file }, { encoding, misread: as, lost })

const lostEncoding = (file: string, { misread: as, lost }: Recovered): VFileMessage =>
  fault('lost-encoding', { file }, { misread: as, lost })

/** A warning where the bytes of a file speak for several encodings nearly as well. */
const encodingDoubt = (file: string, bytes: number, encodings: readonly Encoding[]): VFileMessage =>
  warning('encoding-uncertain', { file }, { file, bytes, encodings: [...encodings] })

/** Length of the longest prefix that decodes, without the sequence that it leaves unfinished. */
function firstBroken(encoding: Encoding, bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (prefixDecodes(encoding, bytes, middle)) good = middle
    else bad = middle
  }
  return wholeSequences(encoding, bytes, Math.min(good, bytes.length))
}

function prefixDecodes(encoding: Encoding, bytes: Uint8Array, length: number): boolean {
  return decodeWhole(encoding, bytes.subarray(0, length), length <= bytes.length) !== null
}

/** Steps back to the start of the sequence that the prefix leaves unfinished. */
function wholeSequences(encoding: Encoding, bytes: Uint8Array, length: number): number {
  for (let back = 0; back < 4 && back <= length; back++) {
    if (decodeWhole(encoding, bytes.subarray(0, length - back)) !== null) return length - back
  }
  return length
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
