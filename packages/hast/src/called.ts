import type { Element, ElementContent } from 'hast'
import { callId } from './ids.ts'
import type { Book, BookDocument } from './model.ts'

/** What is said where a mark in the text calls it. */
export interface Called {
  /** A reader's note, or an entry of the apparatus. */
  readonly kind: 'note' | 'entry'
  readonly content: readonly ElementContent[]
}

/** What each call in the text leads to, by the id of the call: for formats that keep notes with their calls. */
export function calledIn(book: Book): ReadonlyMap<string, Called> {
  const entries = book.documents
    .flatMap((document) => [...elementsIn(document.children)])
    .filter((element) => isOf(element, 'entry'))
    .map((entry): [string, Called] => [
      callId(String(entry.properties['id']).replace(/^entry-/u, '')),
      { kind: 'entry', content: entry.children.filter((c) => !isElementOf(c, 'entry-number')) },
    ])
  const notes = book.notes.map((note): [string, Called] => [
    note.call,
    { kind: 'note', content: note.content },
  ])
  return new Map([...entries, ...notes])
}

/** What shows a note away from its call. */
const AWAY = ['notes', 'to-apparatus', 'entry']

/** A document without what stands with the calls; nothing where that was all of it. */
export function withoutCalled(document: BookDocument): BookDocument[] {
  const children = without(document.children)
  return children.length === 0 ? [] : [{ ...document, children }]
}

function without(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    if (AWAY.some((name) => isOf(node, name))) return []
    const children = without(node.children)
    // A heading alone heads nothing.
    const isBare = children.every(
      (child) => child.type === 'element' && /^h\d$/u.test(child.tagName),
    )
    const isEmptied = children.length < node.children.length && isBare
    return isEmptied ? [] : [{ ...node, children }]
  })
}

const isElementOf = (node: ElementContent, name: string): boolean =>
  node.type === 'element' && isOf(node, name)

function isOf({ properties }: Element, name: string): boolean {
  const { className } = properties
  return Array.isArray(className) && className.includes(name)
}

function* elementsIn(nodes: readonly ElementContent[]): Generator<Element> {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    yield node
    yield* elementsIn(node.children)
  }
}
