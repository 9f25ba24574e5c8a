import { nameText } from './destinations.ts'
import { lookup, lookupDict, lookupText, name, numbersOf, type PdfFile } from './file.ts'
import { PDFArray, PDFDict, PDFName } from './pdf-lib.ts'
import { PLACES } from './prepare.ts'

/** The ids that begin with a link, by its annotations. */
export type Places = ReadonlyMap<PDFDict, readonly string[]>

/** Makes links within the book of those that say so by their address; gives what begins with them. */
export function homeLinks(file: PdfFile): Places {
  const places = new Map<PDFDict, readonly string[]>()
  const known = new Map<string, PDFName>()
  for (const key of lookupDict(file.catalog, 'Dests')?.keys() ?? []) known.set(nameText(key), key)
  for (const annotation of annotationsOf(file).keys()) {
    const action = lookupDict(annotation, 'A')
    const address = action === undefined ? undefined : lookupText(action, 'URI')
    if (address?.startsWith(PLACES) !== true) continue
    const [path = '', target = ''] = address.slice(PLACES.length).split('#')
    annotation.delete(name('A'))
    const id = decodeURIComponent(target)
    annotation.set(name('Dest'), known.get(id) ?? keyOf(id))
    const ids = path.split('/').filter((part) => part !== '')
    if (ids.length > 0) places.set(annotation, ids.map(decodeURIComponent))
  }
  return places
}

/** Gives each id a destination at the upper left corner of its link on the first page that has it. */
export function writePlaces(file: PdfFile, places: Places): void {
  if (places.size === 0) return
  const corners = new Map<
    string,
    { readonly page: number; readonly x: number; readonly y: number }
  >()
  for (const [annotation, page] of annotationsOf(file)) {
    const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(lookup(annotation, 'Rect')) ?? []
    for (const id of places.get(annotation) ?? []) {
      const first = corners.get(id)
      if (first !== undefined && first.page < page) continue
      const other = first?.page === page ? first : undefined
      const x = Math.min(left, right, other?.x ?? left)
      const y = Math.max(bottom, top, other?.y ?? top)
      corners.set(id, { page, x, y })
    }
  }
  let dests = lookupDict(file.catalog, 'Dests')
  if (dests === undefined) {
    dests = PDFDict.withContext(file.context)
    file.catalog.set(name('Dests'), dests)
  }
  for (const [id, { page, x, y }] of corners) {
    const ref = file.pages[page]?.ref
    if (ref !== undefined) dests.set(keyOf(id), file.context.obj([ref, 'XYZ', x, y, 0]))
  }
}

/** Ids as the browser writes them: as in an address. */
const keyOf = (id: string): PDFName => PDFName.of(encodeURIComponent(id))

/** Each annotation and its page, counted from 0. */
export function annotationsOf(file: PdfFile): Map<PDFDict, number> {
  const found = new Map<PDFDict, number>()
  for (const [page, { dict }] of file.pages.entries()) {
    const list = lookup(dict, 'Annots')
    if (!(list instanceof PDFArray)) continue
    for (let at = 0; at < list.size(); at++) {
      const annotation = list.lookup(at)
      if (annotation instanceof PDFDict) found.set(annotation, page)
    }
  }
  return found
}
