import { createHash } from 'node:crypto'
import { type Encoding, message, type Source, sourceOf } from '@huijiao/model'
import type { VFileMessage } from 'vfile-message'
import { decode } from './decode.ts'
import { guessEncoding } from './encoding.ts'

/**
 * Reads one raw file: decodes it and keeps the places of its lines.
 * `file` is the name for messages and spans, below the edition's `witnesses/`.
 * `declared` is the encoding that a person gives it. Throws `ReadError` with the byte offset where the
 * bytes are no text.
 */
export function readSource(
  file: string,
  siglum: string,
  bytes: Uint8Array,
  declared?: Encoding,
): Source {
  const { text, encoding } = decode(file, bytes, declared)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return sourceOf(text, { file, siglum, sha256, encoding })
}

/** A warning where the bytes of a file speak for several encodings nearly as well; null where not. */
export function encodingDoubt(file: string, bytes: Uint8Array): VFileMessage | null {
  const { encoding, rivals } = guessEncoding(bytes)
  if (rivals.length === 0) return null
  return message(
    {
      file,
      rule: 'encoding-uncertain',
      reason: `The encoding of the file cannot be told for certain; it is read as ${encoding}`,
      expected: 'an encoding declared in edition.yaml, or UTF-8',
      actual: `${bytes.length} bytes that are text in ${[encoding, ...rivals].join(', ')}`,
      hint: `Declare it: files: [{ file: ${file}, encoding: ${encoding} }], or convert it to UTF-8.`,
    },
    false,
  )
}
