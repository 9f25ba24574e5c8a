import { FontError } from './errors.ts'

/** The tables of a TrueType or OpenType font by tag. */
export type Tables = ReadonlyMap<string, Uint8Array>

/** Bytes of the table directory before its records, and of each record. */
const HEADER = 12
const RECORD = 16

/**
 * Reads the table directory of an sfnt (OpenType 1.9, “Organization of an OpenType font”).
 *
 * @throws {FontError} where a table lies outside of the file.
 */
export function readTables(font: Uint8Array, name = 'font'): Tables {
  const view = viewOf(font)
  if (font.length < HEADER) throw new FontError(name, 'an sfnt', 'a stub')
  const tables = new Map<string, Uint8Array>()
  const count = view.getUint16(4)
  for (let index = 0; index < count; index += 1) {
    const record = HEADER + index * RECORD
    const offset = view.getUint32(record + 8)
    const length = view.getUint32(record + 12)
    if (offset + length > font.length)
      throw new FontError(name, 'tables inside the file', 'a cut file')
    tables.set(tagAt(view, record), font.subarray(offset, offset + length))
  }
  return tables
}

/** A view of exactly these bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** The four letters at an offset. */
export function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(
    view.getUint8(offset),
    view.getUint8(offset + 1),
    view.getUint8(offset + 2),
    view.getUint8(offset + 3),
  )
}
