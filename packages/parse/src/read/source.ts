import { createHash } from 'node:crypto'
import type { Source } from '../model.ts'
import { decode } from './decode.ts'

/**
 * Reads one raw file: decodes it and keeps the places of its lines.
 * `file` is the name for messages and spans, below the edition's `witnesses/`.
 * Throws `ReadError` with the byte offset where the bytes are no text.
 */
export function readSource(file: string, siglum: string, bytes: Uint8Array): Source {
  const { text, encoding } = decode(file, bytes)
  const points = Array.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { file, siglum, sha256, encoding, text, points, lineStarts: lineStarts(points) }
}

/** A line ends with LF, CR LF, or CR alone. */
function lineStarts(points: readonly string[]): number[] {
  const starts = [0]
  for (let at = 0; at < points.length; at++) {
    const point = points[at]
    if (point === '\n' || (point === '\r' && points[at + 1] !== '\n')) starts.push(at + 1)
  }
  return starts
}
