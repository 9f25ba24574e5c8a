import {
  boxSetter,
  printedSize,
  type Sheet,
  sheetOf,
  shiftAnnotations,
  shiftDestination,
} from '../boxes.ts'
import { destinationArray, namedDestinations } from '../destinations.ts'
import { name, type PdfPage } from '../file.ts'
import type { Job } from './job.ts'

/** Gives each page its exact boxes; pages of one printed size share them. */
export function setBoxes({ file, options, sheets }: Job): void {
  const known = new Map<string, { readonly sheet: Sheet; readonly set: (page: PdfPage) => void }>()
  for (const [index, page] of file.pages.entries()) {
    const printed = printedSize(page)
    const size = `${printed.width} ${printed.height}`
    let found = known.get(size)
    if (found === undefined) {
      const sheet = sheetOf(printed, options, index)
      found = { sheet, set: boxSetter(file, sheet) }
      known.set(size, found)
    }
    sheets.set(page.ref, found.sheet)
    found.set(page)
  }
}

/** Moves annotations and destinations by as much as the content of their pages. */
export function moveWithContent({ file, sheets }: Job): void {
  for (const page of file.pages) {
    const sheet = sheets.get(page.ref)
    if (sheet !== undefined) shiftAnnotations(page, sheet.shift)
    if (page.dict.has(name('Annots'))) page.dict.set(name('Tabs'), name('S'))
  }
  const shifts = new Map([...sheets].map(([ref, { shift }]) => [ref, shift]))
  for (const [, value] of namedDestinations(file)) {
    const target = destinationArray(file, value)
    if (target !== undefined) shiftDestination(target, shifts)
  }
}
