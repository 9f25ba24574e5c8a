import type { Edition } from '@huijiao/ast'
import {
  type Book,
  type BookDocument,
  type Entry,
  entryId,
  type Strings,
  toBook,
} from '@huijiao/hast'
import type { Element, ElementContent } from 'hast'
import { pendingId, pendingLink, siteLink } from '../page/link.ts'
import { classesOf } from './adapt.ts'
import { entryMark, type Told } from './notes.ts'

/** How many works one document of the apparatus holds; more make a page that is slow to open. */
const WORKS_PER_PART = 40

/** The documents of the book that are read page by page; what its title page says is on the front of the edition. */
export function documentsOf(edition: Edition): Book {
  const book = toBook(edition, {
    handlers: { entryMark },
    href: (_document, id) => pendingLink(id),
    worksPerPart: WORKS_PER_PART,
  })
  return { ...book, documents: book.documents.filter((d) => d.kind !== 'titlepage') }
}

/** What is said of each numbered entry, by its id, as the apparatus has it. */
export function toldOf(
  documents: readonly BookDocument[],
  entries: readonly Entry[],
  strings: Strings,
): Map<string, Omit<Told, 'path'>> {
  const paragraphs = new Map<string, Element>()
  for (const document of documents) {
    if (document.kind === 'apparatus') collect(document.children, paragraphs)
  }
  const told = entries.flatMap((entry) => {
    const paragraph = paragraphs.get(entryId(entry.id))
    if (entry.number === 0 || paragraph === undefined) return []
    const [, ...content] = paragraph.children
    const mark = strings.entries.mark(entry.number)
    return [{ id: entry.id, mark, label: strings.noteAt(entry.number), content }]
  })
  return new Map(told.map((t) => [t.id, t]))
}

function collect(nodes: readonly ElementContent[], found: Map<string, Element>): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    const { id } = node.properties
    if (classesOf(node).includes('entry') && typeof id === 'string') found.set(id, node)
    else collect(node.children, found)
  }
}

/** Nodes with the addresses of the book as addresses of the site. */
export function resolved(
  nodes: readonly ElementContent[],
  pageOf: ReadonlyMap<string, string>,
): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node
    const { href } = node.properties
    const children = resolved(node.children, pageOf)
    const id = typeof href === 'string' ? pendingId(href) : null
    if (id === null) return { ...node, children }
    const page = pageOf.get(id)
    if (page === undefined) throw new Error(`no page has the element ${id}`)
    return { ...node, properties: { ...node.properties, href: siteLink(page, id) }, children }
  })
}
