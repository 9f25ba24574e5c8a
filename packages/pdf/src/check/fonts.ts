import { hasRadical, parseCMap } from '../content/cmap.ts'
import { lookup, lookupDict, lookupName, type PdfFile, streamBytes } from '../file.ts'
import { PDFArray, PDFDict, PDFRawStream } from '../pdf-lib.ts'

/**
 * Lists what is wrong with the fonts of a file: each must be an embedded subset of TrueType outlines with
 * two-byte codes, and say ideographs for its glyphs, not radicals.
 */
export function checkFonts(file: PdfFile): string[] {
  const faults: string[] = []
  for (const [, object] of file.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || lookupName(object, 'Type') !== 'Font') continue
    const kind = lookupName(object, 'Subtype')
    if (kind === 'CIDFontType2') continue
    const title = lookupName(object, 'BaseFont') ?? 'unnamed font'
    if (kind !== 'Type0') {
      faults.push(`${title}: expected a CID TrueType font, got ${kind}`)
      continue
    }
    faults.push(...checkComposite(object).map((fault) => `${title}: ${fault}`))
  }
  return faults
}

function checkComposite(font: PDFDict): string[] {
  const faults: string[] = []
  const list = lookup(font, 'DescendantFonts')
  const descendant = list instanceof PDFArray ? list.lookup(0) : undefined
  if (!(descendant instanceof PDFDict)) return ['no descendant font']
  const kind = lookupName(descendant, 'Subtype')
  if (kind !== 'CIDFontType2') faults.push(`expected CIDFontType2, got ${kind}`)
  const descriptor = lookupDict(descendant, 'FontDescriptor')
  const file = descriptor === undefined ? undefined : lookup(descriptor, 'FontFile2')
  if (!(file instanceof PDFRawStream)) faults.push('not embedded')
  if (!/^[A-Z]{6}\+/.test(lookupName(font, 'BaseFont') ?? '')) faults.push('not a subset')
  const map = lookup(font, 'ToUnicode')
  if (!(map instanceof PDFRawStream)) return [...faults, 'no ToUnicode map']
  const texts = [...parseCMap(Buffer.from(streamBytes(map)).toString('latin1')).values()]
  const radicals = texts.filter(hasRadical)
  if (radicals.length > 0) faults.push(`says radicals: ${radicals.slice(0, 10).join('')}`)
  return faults
}
