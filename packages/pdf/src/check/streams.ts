import { type Operation, readOperations } from '../content/operations.ts'
import { lookupDict, lookupName, type PdfFile, pageContent, streamBytes } from '../file.ts'
import { type PDFDict, PDFRawStream, PDFRef } from '../pdf-lib.ts'

/** A content stream that is painted on a page: that of the page, or of a form. */
export interface Painted {
  /** Physical page, counted from 0. */
  readonly page: number
  /** The page or the form. */
  readonly ref: PDFRef
  readonly resources: PDFDict | undefined
  readonly bytes: Uint8Array
  readonly operations: readonly Operation[]
}

/** Every content stream of a file, each once. */
export function paintedStreams(file: PdfFile): Painted[] {
  const found: Painted[] = []
  const seen = new Set<PDFRef>()
  const add = (
    page: number,
    ref: PDFRef,
    bytes: Uint8Array,
    resources: PDFDict | undefined,
  ): void => {
    found.push({ page, ref, resources, bytes, operations: readOperations(bytes) })
    const objects = resources === undefined ? undefined : lookupDict(resources, 'XObject')
    for (const inner of objects?.asMap().values() ?? []) {
      const form = file.context.lookup(inner)
      if (!(inner instanceof PDFRef) || !(form instanceof PDFRawStream) || seen.has(inner)) continue
      if (lookupName(form.dict, 'Subtype') !== 'Form') continue
      seen.add(inner)
      add(page, inner, streamBytes(form), lookupDict(form.dict, 'Resources') ?? resources)
    }
  }
  file.pages.forEach((page, index) => {
    add(index, page.ref, pageContent(page.dict), lookupDict(page.dict, 'Resources'))
  })
  return found
}
