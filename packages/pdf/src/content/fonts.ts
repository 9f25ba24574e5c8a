import { flateStream, lookup, lookupDict, name, type PdfFile, streamBytes } from '../file.ts'
import { PDFDict, type PDFObject, PDFRawStream } from '../pdf-lib.ts'
import { type CodeTexts, parseCMap, plainText, printCMap } from './cmap.ts'

/** The texts of a font's codes, which may be mended while pages are read. */
export interface FontTexts {
  readonly texts: Map<number, string>
  mended: boolean
}

/** The fonts met so far, by their `ToUnicode` stream. */
export type Fonts = Map<PDFObject, FontTexts>

/**
 * The texts of a font that resources name. Kangxi radicals are mended at once: with a face that maps them to
 * the glyphs of ideographs, the browser says radicals.
 */
export function fontTexts(
  resources: PDFDict | undefined,
  key: string,
  fonts: Fonts,
): FontTexts | undefined {
  const named = resources === undefined ? undefined : lookupDict(resources, 'Font')
  const font = named === undefined ? undefined : lookupDict(named, key)
  const map = font === undefined ? undefined : lookup(font, 'ToUnicode')
  if (!(map instanceof PDFRawStream)) return undefined
  const known = fonts.get(map)
  if (known !== undefined) return known
  const made: FontTexts = { texts: parseCMap(streamText(map)), mended: false }
  for (const [code, text] of made.texts) {
    const plain = plainText(text)
    if (plain === text) continue
    made.texts.set(code, plain)
    made.mended = true
  }
  fonts.set(map, made)
  return made
}

const [TYPE, FONT] = [name('Type'), name('Font')]

/** Writes the maps that were mended. */
export function writeFonts(file: PdfFile, fonts: Fonts): void {
  if (![...fonts.values()].some((font) => font.mended)) return
  for (const [, object] of file.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(TYPE) !== FONT) continue
    const map = lookup(object, 'ToUnicode')
    const found = map === undefined ? undefined : fonts.get(map)
    if (found?.mended !== true) continue
    const texts: CodeTexts = found.texts
    const stream = flateStream(file, Buffer.from(printCMap(texts)))
    object.set(name('ToUnicode'), file.context.register(stream))
  }
}

function streamText(stream: PDFRawStream): string {
  return Buffer.from(streamBytes(stream)).toString('latin1')
}
