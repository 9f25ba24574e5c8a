import { readTables, viewOf, writeTables } from './sfnt.ts'

/** What a subset calls itself. */
export interface FontName {
  readonly family: string
  /** `Regular` or `Bold`. */
  readonly style: string
  /** Distinguishes subsets of one face: ASCII. */
  readonly unique: string
}

const WINDOWS = { platform: 3, encoding: 1, language: 0x409 }
/** Copyright, version, licence and its address are kept as the face has them. */
const KEPT = [0, 5, 13, 14]

/** Gives a font a family of its own, keeping copyright, version and licence. */
export function rename(font: Uint8Array, name: FontName): Uint8Array<ArrayBuffer> {
  const tables = new Map(readTables(font))
  const records = new Map<number, string>()
  const old = tables.get('name')
  if (old !== undefined)
    for (const [id, value] of readNames(old)) if (KEPT.includes(id)) records.set(id, value)
  const full = `${name.family} ${name.style}`
  records.set(1, name.family)
  records.set(2, name.style)
  records.set(3, `${full} ${name.unique}`)
  records.set(4, full)
  records.set(6, full.replace(/ (?=[^ ]*$)/, '-').replaceAll(' ', ''))
  tables.set('name', writeNames(records))
  return writeTables(tables)
}

/** The Windows Unicode names of a `name` table by name id, US English first. */
export function readNames(table: Uint8Array): ReadonlyMap<number, string> {
  const view = viewOf(table)
  const count = view.getUint16(2)
  const storage = view.getUint16(4)
  const names = new Map<number, string>()
  for (let index = 0; index < count; index += 1) {
    const record = 6 + index * 12
    if (view.getUint16(record) !== WINDOWS.platform) continue
    const id = view.getUint16(record + 6)
    if (names.has(id) && view.getUint16(record + 4) !== WINDOWS.language) continue
    const length = view.getUint16(record + 8)
    const offset = storage + view.getUint16(record + 10)
    let value = ''
    for (let at = offset; at + 1 < offset + length; at += 2)
      value += String.fromCharCode(view.getUint16(at))
    names.set(id, value)
  }
  return names
}

/** A `name` table of format 0 with Windows Unicode US English records. */
export function writeNames(names: ReadonlyMap<number, string>): Uint8Array<ArrayBuffer> {
  const ids = [...names.keys()].sort((a, b) => a - b)
  const values = ids.map((id) => names.get(id) ?? '')
  const storage = 6 + ids.length * 12
  const size = values.reduce((sum, value) => sum + value.length * 2, storage)
  const table = new Uint8Array(size)
  const view = viewOf(table)
  view.setUint16(2, ids.length)
  view.setUint16(4, storage)
  let offset = storage
  for (const [index, id] of ids.entries()) {
    const value = values[index] ?? ''
    const record = 6 + index * 12
    view.setUint16(record, WINDOWS.platform)
    view.setUint16(record + 2, WINDOWS.encoding)
    view.setUint16(record + 4, WINDOWS.language)
    view.setUint16(record + 6, id)
    view.setUint16(record + 8, value.length * 2)
    view.setUint16(record + 10, offset - storage)
    for (let at = 0; at < value.length; at += 1)
      view.setUint16(offset + at * 2, value.charCodeAt(at))
    offset += value.length * 2
  }
  return table
}
