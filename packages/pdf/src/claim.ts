import { lookup, lookupDict, lookupName, lookupText, name, type PdfFile } from './file.ts'
import { PDFArray, PDFDict } from './pdf-lib.ts'
import { contentsOf, type Element, visit } from './structure/tree.ts'

/**
 * Lists what keeps a finished file from claiming PDF/UA-1, in words; empty when nothing does. It asks what the
 * pass could not mend; a validator asks the rest.
 *
 * @param untagged number of text objects that the browser left out of the tags.
 */
export function obstacles(file: PdfFile, root: Element | undefined, untagged: number): string[] {
  if (root === undefined) return ['the file is not tagged']
  const found: string[] = []
  if (untagged > 0) found.push(`${untagged} text objects within the pages have no tag`)
  const owned = new Set<unknown>()
  visit(root, (node) => {
    for (const kid of node.kids) {
      if (kid.kind === 'object' && node.type === 'Link') owned.add(file.context.lookup(kid.object))
    }
    if (node.type === 'Figure' && node.alt === undefined) found.push('a figure has no description')
  })
  if (contentsOf(root).length === 0) found.push('nothing is tagged')
  file.pages.forEach((page, index) => {
    const annotations = lookup(page.dict, 'Annots')
    if (!(annotations instanceof PDFArray)) return
    for (let at = 0; at < annotations.size(); at++) {
      const annotation = annotations.lookup(at)
      if (!(annotation instanceof PDFDict)) continue
      if (!owned.has(annotation) || lookupText(annotation, 'Contents') === undefined) {
        found.push(`an annotation on page ${index + 1} is not part of a link`)
      }
    }
  })
  for (const font of unembedded(file)) found.push(`the font ${font} is not embedded`)
  return found
}

const [TYPE, FONT] = [name('Type'), name('Font')]

function unembedded(file: PdfFile): string[] {
  const found: string[] = []
  for (const [, object] of file.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(TYPE) !== FONT) continue
    const kind = lookupName(object, 'Subtype')
    if (kind === 'Type0' || kind === 'Type3') continue
    const descriptor = lookupDict(object, 'FontDescriptor')
    const files = ['FontFile', 'FontFile2', 'FontFile3']
    if (descriptor !== undefined && files.some((key) => lookup(descriptor, key) !== undefined))
      continue
    found.push(lookupName(object, 'BaseFont') ?? '?')
  }
  return found.sort()
}
