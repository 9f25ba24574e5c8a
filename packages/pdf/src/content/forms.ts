import { lookupDict, lookupName, type PdfFile, streamBytes } from '../file.ts'
import { type PDFDict, type PDFObject, PDFRawStream, PDFRef } from '../pdf-lib.ts'

/** The forms that resources name. */
export function formsOf(
  file: PdfFile,
  resources: PDFDict | undefined,
): [string, PDFRawStream, PDFRef][] {
  const objects = resources === undefined ? undefined : lookupDict(resources, 'XObject')
  const found: [string, PDFRawStream, PDFRef][] = []
  for (const [key, ref] of objects?.asMap() ?? []) {
    const object = file.context.lookup(ref)
    if (!(object instanceof PDFRawStream) || !(ref instanceof PDFRef)) continue
    if (lookupName(object.dict, 'Subtype') === 'Form') found.push([key.decodeText(), object, ref])
  }
  return found
}

/**
 * Whether a form, or one drawn in it, brings marked content of its own.
 *
 * @param known what has been found out of other forms.
 */
export function ownsMarks(
  file: PdfFile,
  ref: PDFObject | undefined,
  known: Map<PDFRef, boolean>,
): boolean {
  if (!(ref instanceof PDFRef)) return false
  const found = known.get(ref)
  if (found !== undefined) return found
  const form = file.context.lookup(ref)
  let owns = false
  if (form instanceof PDFRawStream && lookupName(form.dict, 'Subtype') === 'Form') {
    owns = Buffer.from(streamBytes(form)).includes('/MCID')
    const inner = lookupDict(form.dict, 'Resources')
    owns ||= formsOf(file, inner).some(([, , nested]) => ownsMarks(file, nested, known))
  }
  known.set(ref, owns)
  return owns
}
