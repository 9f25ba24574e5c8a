import { inflateSync } from 'node:zlib'
import { FontError } from './errors.ts'
import { tagAt, viewOf, writeTables } from './sfnt.ts'

const HEADER = 44
const RECORD = 20

/** Unpacks WOFF 1.0 (W3C Recommendation, 2012) into the sfnt that it wraps, checksums left at zero. */
export function unpackWoff(woff: Uint8Array, name = 'font'): Uint8Array<ArrayBuffer> {
  const view = viewOf(woff)
  if (woff.length < HEADER || tagAt(view, 0) !== 'wOFF')
    throw new FontError(name, 'a WOFF file', 'something else')
  const tables = new Map<string, Uint8Array>()
  const count = view.getUint16(12)
  for (let index = 0; index < count; index += 1) {
    const record = HEADER + index * RECORD
    const offset = view.getUint32(record + 4)
    const packed = view.getUint32(record + 8)
    const length = view.getUint32(record + 12)
    const body = woff.subarray(offset, offset + packed)
    const table = packed < length ? inflateSync(body, { chunkSize: Math.max(64, length) }) : body
    if (table.length !== length)
      throw new FontError(name, `${length} bytes`, `${table.length} bytes`)
    tables.set(tagAt(view, record), table)
  }
  return writeTables(tables, view.getUint32(4), 'unchecked')
}
