import { namedDestinations, nameText } from '../destinations.ts'
import { lookup, lookupDict, lookupName, lookupText, type PdfFile, textOf } from '../file.ts'
import { PDFArray, PDFDict, PDFName } from '../pdf-lib.ts'
import { annotationsOf } from '../places.ts'

/** Lists the links that lead nowhere: to a place that the file does not have, or to an address of no one. */
export function checkLinks(file: PdfFile): string[] {
  const known = new Set(namedDestinations(file).map(([id]) => id))
  const faults: string[] = []
  for (const [annotation, page] of annotationsOf(file)) {
    if (lookupName(annotation, 'Subtype') !== 'Link') continue
    const where = `page ${page + 1}`
    const target = lookup(annotation, 'Dest')
    if (target instanceof PDFArray) continue
    const id = target instanceof PDFName ? nameText(target) : textOf(target)
    const action = lookupDict(annotation, 'A')
    if (id !== undefined) {
      if (!known.has(id)) faults.push(`${where}: a link leads to “${id}”, which is nowhere`)
    } else if (!(action instanceof PDFDict)) faults.push(`${where}: a link leads nowhere`)
    else {
      const address = lookupText(action, 'URI') ?? ''
      if (/^\w+:\/\/[^/]+\.invalid\//.test(address))
        faults.push(`${where}: a link leads to ${address}, which is nobody's`)
    }
  }
  return faults
}
