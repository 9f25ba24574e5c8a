import { PDFArray, PDFDict, type PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { lookup, lookupDict, openPdf, type PdfFile, textOf } from './file.ts'
import type { Destination } from './options.ts'

/** Reads the named destinations of a printed PDF. */
export async function readDestinations(bytes: Uint8Array): Promise<Map<string, Destination>> {
  const file = await openPdf(bytes)
  const pages = new Map(file.pages.map((page, index) => [page.ref, index]))
  const found = new Map<string, Destination>()
  for (const [key, value] of namedDestinations(file)) {
    const target = destinationArray(file, value)
    const page = target?.get(0)
    const index = page instanceof PDFRef ? pages.get(page) : undefined
    if (target === undefined || index === undefined) continue
    const [x, y] = [
      target.size() > 2 ? target.lookup(2) : undefined,
      target.size() > 3 ? target.lookup(3) : undefined,
    ]
    found.set(key, {
      page: index,
      x: x instanceof PDFNumber ? x.asNumber() : 0,
      y: y instanceof PDFNumber ? y.asNumber() : 0,
    })
  }
  return found
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

/** The text of a name that holds UTF-8. */
export function nameText(key: PDFName): string {
  return new TextDecoder().decode(key.asBytes())
}
