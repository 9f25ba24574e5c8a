import type { Content } from '../content/marked-content.ts'
import { lookupDict, lookupName, lookupText, name, type PdfFile } from '../file.ts'
import { PDFDict, PDFHexString } from '../pdf-lib.ts'
import { contentsOf, type Element, visit } from './tree.ts'

/** Makes a link of each element that owns a link annotation, whatever role its HTML had. */
export function tagLinks(file: PdfFile, root: Element): void {
  visit(root, (node) => {
    if (node.type === 'NonStruct' && linksOf(file, node).length > 0) node.type = 'Link'
  })
}

/** The content that link annotations describe. */
export function linkContents(file: PdfFile, root: Element): Content[] {
  const found: Content[] = []
  visit(root, (node) => {
    if (linksOf(file, node).length > 0) found.push(...contentsOf(node))
  })
  return found
}

/**
 * Describes each link annotation by its own text, or its address where it leads out of the book.
 *
 * @param text what a stretch of content reads.
 */
export function describeLinks(
  file: PdfFile,
  root: Element,
  text: (content: Content) => string,
): void {
  visit(root, (node, parents) => {
    const links = linksOf(file, node)
    if (links.length === 0) return
    const own = contentsOf(node).map(text).join('').replace(/\s+/g, ' ').trim()
    const above = parents.findLast((parent) => !['NonStruct', 'Span', 'Em'].includes(parent.type))
    for (const link of links) {
      const action = lookupDict(link, 'A')
      const address = action === undefined ? undefined : lookupText(action, 'URI')
      const described = address ?? (own === '' ? contentsText(above, text) : own)
      link.set(name('Contents'), PDFHexString.fromText(described === '' ? '↗' : described))
    }
  })
}

function contentsText(node: Element | undefined, text: (content: Content) => string): string {
  if (node === undefined) return ''
  return contentsOf(node).map(text).join('').trim().slice(0, 80)
}

export function linksOf(file: PdfFile, node: Element): PDFDict[] {
  const found: PDFDict[] = []
  for (const kid of node.kids) {
    if (kid.kind !== 'object') continue
    const annotation = file.context.lookup(kid.object)
    if (annotation instanceof PDFDict && lookupName(annotation, 'Subtype') === 'Link') {
      found.push(annotation)
    }
  }
  return found
}
