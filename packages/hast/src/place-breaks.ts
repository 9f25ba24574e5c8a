import type { Element, ElementContent } from 'hast'
import type { BookDocument, PageBreak } from './model.ts'
import { pageBreak } from './page-break.ts'

/** A page begins at a place that the book does not have: the pages are those of another state of the text. */
export class PageBreakError extends Error {
  constructor({ label, document, block }: PageBreak) {
    super(
      `page ${label}: expected the block “${block}” in the document “${document}”, got none. ` +
        'Hint: the pages are those of another state of the text; print the book again.',
    )
    this.name = 'PageBreakError'
  }
}

/** The pages that begin in documents of the book; print has others, as for its contents. */
export function breaksWithin(
  documents: readonly BookDocument[],
  breaks: readonly PageBreak[],
): PageBreak[] {
  const known = new Set(documents.map((d) => d.id))
  return breaks
    .filter((b) => known.has(b.document))
    .map((b) => {
      if (b.document !== 'apparatus') return b
      // Print has the appendix in one, where a book for screens has it in parts.
      const part = documents.find((d) => d.kind === 'apparatus' && has(d, b.block))
      return part === undefined ? b : { ...b, document: part.id }
    })
}

function has(document: BookDocument, id: string): boolean {
  const within = (node: ElementContent): boolean =>
    node.type === 'element' && (node.properties.id === id || node.children.some(within))
  return document.children.some(within)
}

/**
 * Marks pages that begin in front and back matter, where blocks have ids of their own kind.
 *
 * @throws {PageBreakError} where a document has no element of the block's id.
 */
export function placeBreaks(document: BookDocument, breaks: readonly PageBreak[]): BookDocument {
  let { children } = document
  // The last first, so that marks do not shift the places of those before them.
  for (const b of breaks.toSorted((x, y) => y.offset - x.offset)) {
    let found = false
    const visit = (node: ElementContent): ElementContent => {
      if (found || node.type !== 'element') return node
      if (node.properties.id === b.block) {
        found = true
        return insert(node, b.offset, pageBreak(b.label))
      }
      const inner = node.children.map(visit)
      return found ? { ...node, children: inner } : node
    }
    children = children.map(visit)
    if (!found) throw new PageBreakError(b)
  }
  return { ...document, children }
}

/** Whether all pages of a work were marked; blocks mark their own while they are rendered. */
export function assertPlaced(document: BookDocument, breaks: readonly PageBreak[]): void {
  const ids = new Set<unknown>()
  const visit = (node: ElementContent): void => {
    if (node.type !== 'element') return
    ids.add(node.properties.id)
    node.children.forEach(visit)
  }
  document.children.forEach(visit)
  for (const b of breaks) if (!ids.has(b.block)) throw new PageBreakError(b)
}

const isCounted = (character: string): boolean => !/\s/u.test(character)

const isReference = ({ properties }: Element): boolean =>
  Array.isArray(properties.className) && properties.className.includes('locus')

/** Cuts the text of an element at an offset in counted code points; beyond its end the mark closes it. */
function insert(element: Element, offset: number, mark: ElementContent): Element {
  let left = offset
  let done = false
  const within = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (done) return [node]
      if (node.type === 'element')
        return isReference(node) ? [node] : [{ ...node, children: within(node.children) }]
      if (node.type !== 'text') return [node]
      const points = [...node.value]
      const length = points.filter(isCounted).length
      if (left > length) {
        left -= length
        return [node]
      }
      // The last character before the break, then the break.
      let at = 0
      for (let rest = left; rest > 0; at += 1) if (isCounted(points[at] ?? '')) rest -= 1
      done = true
      const text = (part: string[]) =>
        part.length === 0 ? [] : [{ type: 'text' as const, value: part.join('') }]
      return [...text(points.slice(0, at)), mark, ...text(points.slice(at))]
    })
  if (offset === 0) return { ...element, children: [mark, ...element.children] }
  const children = within(element.children)
  return { ...element, children: done ? children : [...children, mark] }
}
