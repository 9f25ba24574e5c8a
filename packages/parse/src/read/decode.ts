import type { Encoding } from '@huijiao/model'
import { byteOrderMark, guessEncoding } from './encoding.ts'
import { ReadError } from './error.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  /** Encodings that it may as well be in; empty where its encoding is declared or not in doubt. */
  readonly rivals: readonly Encoding[]
}

/**
 * The text of a file, without its byte order mark; line ends stay as they are.
 * `declared` is the encoding that a person gives it; without it the bytes decide.
 * Throws `ReadError` with the byte offset of the first undecodable sequence.
 */
export function decode(file: string, bytes: Uint8Array, declared?: Encoding): Decoded {
  const { encoding, mark, rivals } =
    declared === undefined ? guessEncoding(bytes) : { ...asDeclared(declared, bytes), rivals: [] }
  const body = bytes.subarray(mark)
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body)
    return { text, encoding, rivals }
  } catch {
    const at = firstBroken(encoding, body)
    throw new ReadError(file, mark + at, encoding, hex(body.subarray(at, at + 4)))
  }
}

function asDeclared(encoding: Encoding, bytes: Uint8Array): { encoding: Encoding; mark: number } {
  const found = byteOrderMark(bytes)
  return { encoding, mark: found?.encoding === encoding ? found.mark : 0 }
}

/** Length of the longest prefix that decodes, a sequence cut short at its end included. */
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
  try {
    const last = length > bytes.length
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), {
      stream: !last,
    })
    return true
  } catch {
    return false
  }
}

/** Steps back to the start of the sequence that the prefix leaves unfinished. */
function wholeSequences(encoding: Encoding, bytes: Uint8Array, length: number): number {
  for (let back = 0; back < 4 && back <= length; back++) {
    try {
      new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(
        bytes.subarray(0, length - back),
      )
      return length - back
    } catch {
      continue
    }
  }
  return length
}

function hex(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'the end of the file'
  return `bytes ${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')}`
}
