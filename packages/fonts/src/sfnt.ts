import { FontError } from './errors.ts'

/** The tables of a TrueType or OpenType font by tag. */
export type Tables = ReadonlyMap<string, Uint8Array>

const HEADER = 12
const RECORD = 16
const CHECKSUM_MAGIC = 0xb1b0afba
const ADJUSTMENT_OFFSET = 8

/** Reads the table directory of an sfnt (OpenType 1.9, “Organization of an OpenType font”). */
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

/**
 * Writes an sfnt: tables sorted by tag, padded, with right checksums. Those of a font that only
 * passes through memory may be left at zero, since nobody asks for them.
 */
export function writeTables(
  tables: Tables,
  flavour = 0x00010000,
  sums: 'checked' | 'unchecked' = 'checked',
): Uint8Array<ArrayBuffer> {
  const tags = [...tables.keys()].sort()
  const bodies = tags.map((tag) => tables.get(tag) ?? new Uint8Array())
  const size = bodies.reduce(
    (sum, body) => sum + padded(body.length),
    HEADER + tags.length * RECORD,
  )
  const font = new Uint8Array(size)
  const view = viewOf(font)
  const power = 2 ** Math.floor(Math.log2(Math.max(tags.length, 1)))
  view.setUint32(0, flavour)
  view.setUint16(4, tags.length)
  view.setUint16(6, power * 16)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, tags.length * 16 - power * 16)
  let offset = HEADER + tags.length * RECORD
  let head: number | undefined
  for (const [index, tag] of tags.entries()) {
    const body = bodies[index] ?? new Uint8Array()
    font.set(body, offset)
    if (tag === 'head') {
      head = offset
      view.setUint32(offset + ADJUSTMENT_OFFSET, 0)
    }
    const record = HEADER + index * RECORD
    for (let i = 0; i < 4; i += 1) font[record + i] = tag.charCodeAt(i)
    if (sums === 'checked') view.setUint32(record + 4, checksum(view, offset, padded(body.length)))
    view.setUint32(record + 8, offset)
    view.setUint32(record + 12, body.length)
    offset += padded(body.length)
  }
  if (head !== undefined && sums === 'checked')
    view.setUint32(head + ADJUSTMENT_OFFSET, (CHECKSUM_MAGIC - checksum(view, 0, size)) >>> 0)
  return font
}

/** A view of exactly these bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

export function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(
    view.getUint8(offset),
    view.getUint8(offset + 1),
    view.getUint8(offset + 2),
    view.getUint8(offset + 3),
  )
}

function padded(length: number): number {
  return (length + 3) & ~3
}

function checksum(view: DataView, offset: number, length: number): number {
  let sum = 0
  for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
