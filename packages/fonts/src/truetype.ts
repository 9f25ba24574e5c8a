import type { Font } from 'harfbuzzjs'
import { FontError } from './errors.ts'
import { readTables, viewOf } from './sfnt.ts'

/** What a font keeps of its `name` table, by what fonteditor-core calls it (OpenType 1.9, “Name IDs”). */
const KEPT_NAMES = {
  copyright: 0,
  fontFamily: 1,
  fontSubFamily: 2,
  uniqueSubFamily: 3,
  fullName: 4,
  version: 5,
  postScriptName: 6,
  licence: 13,
  urlOfLicence: 14,
} as const

/** Milliseconds from the epoch of fonts, 1904, to that of JavaScript. */
const EPOCH = Date.UTC(1904, 0, 1)

/**
 * Gives a font with cubic outlines (CFF, CFF2) TrueType outlines: Chromium embeds such a font in a PDF as one CID
 * TrueType font, and CFF2 as Type 3. HarfBuzz reads the outlines, fonteditor-core writes them, two quadratics for each
 * cubic. A TrueType font is returned as it came.
 *
 * Mapping, metrics of horizontal lines, weight, dates, copyright and licence stay; layout tables and metrics of vertical
 * lines go. What needs this are rare Han characters, which have one form only, as wide as it is high.
 *
 * @throws {FontError} where a table that every font has is missing.
 */
export async function toTrueType(font: Uint8Array, name = 'font'): Promise<Uint8Array> {
  const tables = readTables(font, name)
  if (tables.has('glyf')) return font
  const [head, os2] = [tables.get('head'), tables.get('OS/2')].map(
    (table) => table && viewOf(table),
  )
  if (head === undefined || os2 === undefined) throw new FontError(name, 'head and OS/2', 'neither')
  // Loaded for rare characters only.
  const [{ Blob, Face, Font }, { createFont }] = await Promise.all([
    import('harfbuzzjs'),
    import('fonteditor-core'),
  ])
  const face = new Face(new Blob(font))
  const made = createFont(svgFont(new Font(face)), { type: 'svg' })
  const data = made.get()
  for (const [field, id] of Object.entries(KEPT_NAMES)) data.name[field] = face.getName(id, 'en')
  const date = (at: number): number => Number(head.getBigUint64(at)) * 1000 + EPOCH
  Object.assign(data.head, { created: date(20), modified: date(28) })
  Object.assign(data['OS/2'], {
    usWeightClass: os2.getUint16(4),
    sTypoAscender: os2.getInt16(68),
    sTypoDescender: os2.getInt16(70),
    sTypoLineGap: os2.getInt16(72),
    usWinAscent: os2.getUint16(74),
    usWinDescent: os2.getUint16(76),
  })
  const written = made.set(data).write({ type: 'ttf', toBuffer: false })
  if (!(written instanceof ArrayBuffer)) throw new FontError(name, 'bytes', typeof written)
  return new Uint8Array(written)
}

/** A font as an SVG 1.1 font: its metrics, and one path for each character that it maps. */
function svgFont(font: Font): string {
  const { ascender, descender } = font.hExtents()
  const glyphs = Array.from(font.face.collectUnicodes(), (codePoint) => {
    const glyph = font.nominalGlyph(codePoint) ?? 0
    return `<glyph unicode="&#${codePoint};" horiz-adv-x="${font.glyphHAdvance(glyph)}" d="${font.glyphToPath(glyph)}"/>`
  })
  return `<svg><font><font-face units-per-em="${font.face.upem}" ascent="${ascender}" descent="${descender}"/>
<missing-glyph horiz-adv-x="${font.glyphHAdvance(0)}" d="${font.glyphToPath(0)}"/>
${glyphs.join('\n')}</font></svg>`
}
