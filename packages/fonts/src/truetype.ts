import { FontError } from './errors.ts'
import type { Box } from './glyf.ts'
import { writeGlyphs } from './glyf.ts'
import { toContours } from './quadratic.ts'
import type { Tables } from './sfnt.ts'
import { readTables, viewOf, writeTables } from './sfnt.ts'

const DROPPED = ['CFF ', 'CFF2', 'VORG', 'STAT', 'fvar', 'HVAR', 'VVAR', 'MVAR']
const NO_VERTICAL_ORIGIN = 880

/**
 * Gives a font with cubic outlines (CFF, CFF2) TrueType outlines, since print
 * and old readers handle those best. A TrueType font is returned as it came.
 * Glyph order, mapping, metrics and layout stay.
 */
export async function toTrueType(font: Uint8Array): Promise<Uint8Array> {
  const tables = readTables(font)
  if (tables.has('glyf')) return font
  // Loaded for rare characters only: it takes longer than all the rest of a book's fonts.
  const { create } = await import('fontkit')
  const parsed = create(Buffer.from(font.buffer, font.byteOffset, font.byteLength))
  if (!('characterSet' in parsed)) throw new FontError('font', 'one font', 'a collection')
  const outlines = Array.from({ length: parsed.numGlyphs }, (_, index) =>
    toContours(parsed.getGlyph(index)?.path.commands ?? []),
  )
  const written = writeGlyphs(outlines)
  const kept = new Map([...tables].filter(([tag]) => !DROPPED.includes(tag)))
  kept.set('glyf', written.glyf)
  kept.set('loca', written.loca)
  kept.set('maxp', maxp(written.boxes.length, written.maxPoints, written.maxContours))
  kept.set('head', head(tables, written.boxes))
  kept.set(
    'hmtx',
    bearings(tables, 'hhea', 'hmtx', (index) => written.boxes[index]?.xMin ?? 0),
  )
  if (tables.has('vmtx'))
    kept.set(
      'vmtx',
      bearings(
        tables,
        'vhea',
        'vmtx',
        (index) => verticalOrigin(tables.get('VORG'), index) - (written.boxes[index]?.yMax ?? 0),
      ),
    )
  return writeTables(kept)
}

function maxp(glyphs: number, points: number, contours: number): Uint8Array {
  const table = new Uint8Array(32)
  const view = viewOf(table)
  view.setUint32(0, 0x00010000)
  view.setUint16(4, glyphs)
  view.setUint16(6, points)
  view.setUint16(8, contours)
  view.setUint16(14, 2)
  return table
}

function head(tables: Tables, boxes: readonly Box[]): Uint8Array {
  const table = Uint8Array.from(tables.get('head') ?? new Uint8Array(54))
  const view = viewOf(table)
  view.setInt16(36, Math.min(...boxes.map((box) => box.xMin)))
  view.setInt16(38, Math.min(...boxes.map((box) => box.yMin)))
  view.setInt16(40, Math.max(...boxes.map((box) => box.xMax)))
  view.setInt16(42, Math.max(...boxes.map((box) => box.yMax)))
  view.setInt16(50, 1)
  return table
}

/** A metrics table with its side bearings set anew; a TrueType glyph is placed by them. */
function bearings(
  tables: Tables,
  headerTag: string,
  tag: string,
  bearing: (glyph: number) => number,
): Uint8Array {
  const header = tables.get(headerTag)
  const table = Uint8Array.from(tables.get(tag) ?? new Uint8Array())
  const view = viewOf(table)
  const full = header === undefined ? 0 : viewOf(header).getUint16(34)
  const count = full + (table.length - full * 4) / 2
  for (let glyph = 0; glyph < count; glyph += 1) {
    const offset = glyph < full ? glyph * 4 + 2 : full * 4 + (glyph - full) * 2
    view.setInt16(offset, bearing(glyph))
  }
  return table
}

function verticalOrigin(table: Uint8Array | undefined, glyph: number): number {
  if (table === undefined) return NO_VERTICAL_ORIGIN
  const view = viewOf(table)
  const count = view.getUint16(6)
  for (let index = 0; index < count; index += 1)
    if (view.getUint16(8 + index * 4) === glyph) return view.getInt16(10 + index * 4)
  return view.getInt16(4)
}
