import { namedDestinations, nameText } from './destinations.ts'
import { PdfError } from './errors.ts'
import { lookupDict, name, type PdfFile } from './file.ts'
import type { OutlineItem } from './options.ts'
import { PDFDict, PDFHexString, type PDFName, PDFNumber, PDFRef } from './pdf-lib.ts'

/**
 * Writes bookmarks in place of those of the browser, whose titles lack spaces and hold note numbers.
 *
 * @throws {PdfError} when a bookmark leads nowhere.
 */
export function writeOutline(file: PdfFile, items: readonly OutlineItem[]): void {
  file.catalog.delete(name('Outlines'))
  if (items.length === 0) return
  const known = spellings(file)
  const root = PDFDict.withContext(file.context)
  root.set(name('Type'), name('Outlines'))
  const ref = file.context.register(root)
  writeItems(file, items, root, ref, known)
  file.catalog.set(name('Outlines'), ref)
  file.catalog.set(name('PageMode'), name('UseOutlines'))
}

/** Writes the children of an item; gives how many items are open below it. */
function writeItems(
  file: PdfFile,
  items: readonly OutlineItem[],
  parent: PDFDict,
  parentRef: PDFRef,
  known: ReadonlyMap<string, PDFName | PDFHexString>,
): number {
  const { context } = file
  const refs = items.map(() => context.nextRef())
  let total = items.length
  items.forEach((item, index) => {
    const target = known.get(item.dest)
    if (target === undefined) {
      throw new PdfError(
        'outline-destination',
        `bookmark “${item.title}” leads to “${item.dest}”, which is no destination of the file`,
        'the printed HTML must hold a link to that id',
      )
    }
    const dict = PDFDict.withContext(context)
    const ref = refs[index]
    if (!(ref instanceof PDFRef)) return
    dict.set(name('Title'), PDFHexString.fromText(item.title))
    dict.set(name('Parent'), parentRef)
    dict.set(name('Dest'), target)
    const [before, after] = [refs[index - 1], refs[index + 1]]
    if (before !== undefined) dict.set(name('Prev'), before)
    if (after !== undefined) dict.set(name('Next'), after)
    context.assign(ref, dict)
    if (item.children.length > 0) total += writeItems(file, item.children, dict, ref, known)
  })
  const [first, last] = [refs[0], refs.at(-1)]
  if (first !== undefined && last !== undefined) {
    parent.set(name('First'), first)
    parent.set(name('Last'), last)
    parent.set(name('Count'), PDFNumber.of(total))
  }
  return total
}

/** Each destination as the file spells it: a name of the old kind, or a string. */
function spellings(file: PdfFile): Map<string, PDFName | PDFHexString> {
  const known = new Map<string, PDFName | PDFHexString>()
  for (const [key] of namedDestinations(file)) known.set(key, PDFHexString.fromText(key))
  const old = lookupDict(file.catalog, 'Dests')
  for (const key of old?.keys() ?? []) known.set(nameText(key), key)
  return known
}
