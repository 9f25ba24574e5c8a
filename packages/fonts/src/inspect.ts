import { readMapping } from './cmap.ts'
import { readNames } from './names.ts'
import { readTables, viewOf } from './sfnt.ts'
import { isSpace, needsGlyph } from './visible.ts'

/** What a font file holds, for gates over finished books. */
export interface Inspection {
  readonly family: string
  /** CSS weight. */
  readonly weight: number
  readonly tables: readonly string[]
  /** Mapped code points, ascending. */
  readonly codePoints: readonly number[]
  /** Mapped code points that should show ink and whose glyph has no outline. */
  readonly blank: readonly number[]
}

/** Reads a TrueType font and finds the characters that it would print as blanks. */
export function inspect(font: Uint8Array, name = 'font'): Inspection {
  const tables = readTables(font, name)
  const mapping = readMapping(tables.get('cmap') ?? new Uint8Array(4))
  const codePoints = mapping.codePoints()
  const os2 = tables.get('OS/2')
  const loca = tables.get('loca')
  const head = tables.get('head')
  const long = head !== undefined && viewOf(head).getInt16(50) === 1
  const empty = (glyph: number) => {
    if (loca === undefined) return false
    const view = viewOf(loca)
    return long
      ? view.getUint32(glyph * 4) === view.getUint32(glyph * 4 + 4)
      : view.getUint16(glyph * 2) === view.getUint16(glyph * 2 + 2)
  }
  return {
    family: readNames(tables.get('name') ?? new Uint8Array(6)).get(1) ?? '',
    weight: os2 === undefined ? 400 : viewOf(os2).getUint16(4),
    tables: [...tables.keys()],
    codePoints,
    blank: codePoints.filter(
      (point) => needsGlyph(point) && !isSpace(point) && empty(mapping.glyph(point)),
    ),
  }
}
