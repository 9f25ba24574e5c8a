import { brotliCompressSync, constants } from 'node:zlib'
import { readTables, viewOf, writeTables } from './sfnt.ts'

const HEADER = 48
/** The order is the index that stands for a tag (WOFF2, W3C Recommendation, “Known Table Tags”). */
const KNOWN: readonly string[] =
  'cmap head hhea hmtx maxp name OS/2 post cvt fpgm glyf loca prep CFF VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
    .split(' ')
    .map((tag) => tag.padEnd(4))
const ARBITRARY = 63
/** Transform version 3 of `glyf` and `loca` means: stored as they are. */
const UNTRANSFORMED = 3 << 6
const LOSSLESS = 1 << 11

/** Packs a TrueType font as WOFF2; the tables are stored without the glyph transform. */
export function packWoff2(font: Uint8Array): Uint8Array<ArrayBuffer> {
  const tables = new Map(readTables(font))
  const head = tables.get('head')
  if (head !== undefined) {
    const flagged = Uint8Array.from(head)
    const view = viewOf(flagged)
    view.setUint16(16, view.getUint16(16) | LOSSLESS)
    tables.set('head', flagged)
  }
  const checked = writeTables(tables, viewOf(font).getUint32(0))
  const final = readTables(checked)
  const tags = [...final.keys()]
  const directory: number[] = []
  const bodies: Uint8Array[] = []
  for (const tag of tags) {
    const body = final.get(tag) ?? new Uint8Array()
    const known = KNOWN.indexOf(tag)
    const stored = tag === 'glyf' || tag === 'loca' ? UNTRANSFORMED : 0
    directory.push((known < 0 ? ARBITRARY : known) | stored)
    if (known < 0) for (const letter of tag) directory.push(letter.charCodeAt(0))
    directory.push(...base128(body.length))
    bodies.push(body)
  }
  const packed = brotliCompressSync(Buffer.concat(bodies), {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_QUALITY]: 10,
    },
  })
  const size = HEADER + directory.length + packed.length
  const woff = new Uint8Array((size + 3) & ~3)
  const view = viewOf(woff)
  woff.set(Buffer.from('wOF2'), 0)
  view.setUint32(4, viewOf(font).getUint32(0))
  view.setUint32(8, woff.length)
  view.setUint16(12, tags.length)
  view.setUint32(16, checked.length)
  view.setUint32(20, packed.length)
  view.setUint16(24, 1)
  woff.set(directory, HEADER)
  woff.set(packed, HEADER + directory.length)
  return woff
}

/** UIntBase128: seven bits a byte, high bits first, the top bit says that more follow. */
function base128(value: number): readonly number[] {
  const bytes = [value & 0x7f]
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80)
  return bytes
}
