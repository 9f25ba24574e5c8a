import type { BookDocument, TocHeading } from '@huijiao/hast'
import type { Files } from './divide.ts'

/** A node of the table of contents. */
export interface TocNode {
  /** `contents-<id of the heading>`, as in print. */
  readonly id: string
  readonly title: string
  readonly href: string
  readonly children: TocNode[]
}

/** The nested contents: a document's headings below its own. */
export function tocOf(documents: readonly BookDocument[], fileOf: Files['fileOf']): TocNode[] {
  return documents.flatMap((document) => {
    const top: TocNode[] = []
    const open: { depth: number; node: TocNode }[] = []
    for (const heading of document.headings) {
      const node = nodeOf(document, heading, fileOf)
      while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop()
      ;(open.at(-1)?.node.children ?? top).push(node)
      open.push({ depth: heading.depth, node })
    }
    return top
  })
}

const nodeOf = (document: BookDocument, heading: TocHeading, fileOf: Files['fileOf']): TocNode => ({
  id: `contents-${heading.id}`,
  // A reading system shows an empty label as nothing to click on.
  title: heading.title.trim() === '' ? document.id : heading.title,
  href:
    heading.depth === 1
      ? `${document.id}.xhtml`
      : `${fileOf(document.id, heading.id)}.xhtml#${heading.id}`,
  children: [],
})

/** How deep the contents are nested, for the NCX. */
export function depthOf(nodes: readonly TocNode[]): number {
  return nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map((n) => depthOf(n.children)))
}
