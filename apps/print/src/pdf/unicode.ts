import { PDFDict, PDFRawStream } from '@cantoo/pdf-lib'
import { parseCMap, printCMap, withoutRadicals } from './content/cmap.ts'
import { flateStream, lookup, lookupName, name, type PdfFile, streamBytes } from './file.ts'

/** Makes each font say ideographs where it says Kangxi or CJK radicals, so that text is found and copied. */
export function mendUnicode(file: PdfFile): void {
  const done = new Set<PDFRawStream>()
  for (const [, object] of file.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || lookupName(object, 'Type') !== 'Font') continue
    const map = lookup(object, 'ToUnicode')
    if (!(map instanceof PDFRawStream) || done.has(map)) continue
    done.add(map)
    const mended = withoutRadicals(parseCMap(Buffer.from(streamBytes(map)).toString('latin1')))
    if (mended === undefined) continue
    const stream = flateStream(PDFDict.withContext(file.context), Buffer.from(printCMap(mended)))
    object.set(name('ToUnicode'), file.context.register(stream))
  }
}
