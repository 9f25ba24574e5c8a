import { lookup, lookupDict, type PdfFile, textOf } from './file.ts'
import type { Destination } from './options.ts'
import { PDFArray, PDFDict, type PDFName, PDFNumber, type PDFObject, PDFRef } from './pdf-lib.ts'

/** The named destinations of a parsed file. */
export function destinationsOf(file: PdfFile): Map<string, Destination> {
  const pages = new Map(file.pages.map((page, index) => [page.ref, index]))
  const found = new Map<string, Destination>()
  for (const [key, value] of namedDestinations(file)) {
    const target = destinationArray(file, value)
    const place = target === undefined ? undefined : placeOf(target, pages)
    if (place !== undefined) found.set(key, place)
  }
  return found
}

function placeOf(target: PDFArray, pages: ReadonlyMap<PDFRef, number>): Destination | undefined {
  const [page, , x, y] = target.asArray()
  const index = page instanceof PDFRef ? pages.get(page) : undefined
  if (index === undefined) return undefined
  return {
    page: index,
    x: x instanceof PDFNumber ? x.asNumber() : 0,
    y: y instanceof PDFNumber ? y.asNumber() : 0,
  }
}

/** Each named destination and its value, in the order of the file. */
export function namedDestinations(file: PdfFile): [string, PDFObject][] {
  const found: [string, PDFObject][] = []
  const old = lookupDict(file.catalog, 'Dests')
  if (old !== undefined) {
    for (const [key, value] of old.asMap()) found.push([nameText(key), value])
  }
  const names = lookupDict(file.catalog, 'Names')
  const walk = (node: PDFDict | undefined): void => {
    if (node === undefined) return
    const leaves = lookup(node, 'Names')
    if (leaves instanceof PDFArray) {
      for (let index = 0; index + 1 < leaves.size(); index += 2) {
        const key = textOf(leaves.lookup(index))
        const value = leaves.get(index + 1)
        if (key !== undefined && value !== undefined) found.push([key, value])
      }
    }
    const kids = lookup(node, 'Kids')
    if (!(kids instanceof PDFArray)) return
    for (let index = 0; index < kids.size(); index++) {
      const kid = kids.lookup(index)
      if (kid instanceof PDFDict) walk(kid)
    }
  }
  walk(names === undefined ? undefined : lookupDict(names, 'Dests'))
  return found
}

/** The array `[page /XYZ x y zoom]` of a destination's value. */
export function destinationArray(file: PdfFile, value: PDFObject): PDFArray | undefined {
  const direct = file.context.lookup(value)
  if (direct instanceof PDFArray) return direct
  const inner = direct instanceof PDFDict ? lookup(direct, 'D') : undefined
  return inner instanceof PDFArray ? inner : undefined
}

/** The `id` that a name stands for: the browser writes it as in an address, percent-encoded. */
export function nameText(key: PDFName): string {
  const text = new TextDecoder().decode(key.asBytes())
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
