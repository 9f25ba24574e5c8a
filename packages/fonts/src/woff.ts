import { inflateSync } from 'node:zlib'
import { FontError } from './errors.ts'
import { tagAt, viewOf } from './sfnt.ts'

const WOFF = { header: 44, record: 20 } as const
const SFNT = { header: 12, record: 16 } as const

/**
 * Unpacks WOFF 1.0 (W3C Recommendation, 2012) into the sfnt that it wraps, with the checksums that it records.
 *
 * @throws {FontError} where it is none, or a table has another length than it says.
 */
export function unpackWoff(woff: Uint8Array, name = 'font'): Uint8Array<ArrayBuffer> {
  const view = viewOf(woff)
  if (woff.length < WOFF.header || tagAt(view, 0) !== 'wOFF')
    throw new FontError(name, 'a WOFF file', 'something else')
  const count = view.getUint16(12)
  const font = new Uint8Array(view.getUint32(16))
  const out = viewOf(font)
  const power = Math.floor(Math.log2(Math.max(count, 1)))
  out.setUint32(0, view.getUint32(4))
  out.setUint16(4, count)
  out.setUint16(6, SFNT.record << power)
  out.setUint16(8, power)
  out.setUint16(10, count * SFNT.record - (SFNT.record << power))
  let end = SFNT.header + count * SFNT.record
  for (let index = 0; index < count; index += 1) {
    const from = WOFF.header + index * WOFF.record
    const to = SFNT.header + index * SFNT.record
    const table = tableAt(woff, view, from, name)
    if (end + table.length > font.length)
      throw new FontError(name, `${font.length} bytes in all`, 'more')
    out.setUint32(to, view.getUint32(from))
    out.setUint32(to + 4, view.getUint32(from + 16))
    out.setUint32(to + 8, end)
    out.setUint32(to + 12, table.length)
    font.set(table, end)
    end += (table.length + 3) & ~3
  }
  return font
}

/** The table that a record of the directory names, inflated where it is stored shorter than it is. */
function tableAt(woff: Uint8Array, view: DataView, record: number, name: string): Uint8Array {
  const offset = view.getUint32(record + 4)
  const packed = view.getUint32(record + 8)
  const length = view.getUint32(record + 12)
  const body = woff.subarray(offset, offset + packed)
  const table = packed < length ? inflateSync(body, { chunkSize: Math.max(64, length) }) : body
  if (table.length !== length) throw new FontError(name, `${length} bytes`, `${table.length} bytes`)
  return table
}
