import type { BookDocument, Strings } from '@huijiao/hast'
import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'

/** Bytes of one file of text: reading systems lay out a whole file before they show its first screen. */
const LARGEST = 200_000

/** What may go on in another file. */
const DIVISIBLE = new Set(['section', 'div'])

/** The documents of a book as files. */
export interface Files {
  readonly files: readonly BookDocument[]
  /** The file, without its ending, in which an element of a document stands. */
  readonly fileOf: (document: string, id: string) => string
}

/**
 * Divides documents longer than a file should be between their blocks, each note with its call.
 *
 * @example a work `novel` of 500 kB becomes `novel`, `novel_2`, `novel_3`; no id of a work has an underscore.
 */
export function filesOf(documents: readonly BookDocument[], strings: Strings): Files {
  const moved = new Map<string, string>()
  const files = documents.flatMap((document) => {
    const parts = document.children.flatMap((child): ElementContent[] =>
      child.type === 'element' ? partsOf(child) : [child],
    )
    return parts.map((part, index): BookDocument => {
      const id = index === 0 ? document.id : `${document.id}_${index + 1}`
      if (index > 0) for (const own of idsIn(part)) moved.set(own, id)
      const title = strings.partOf(document.title, index + 1)
      return { ...document, id, title, children: [index === 0 ? part : named(part, title)] }
    })
  })
  return { files, fileOf: (document, id) => moved.get(id) ?? document }
}

/** The section of a document in as many as it takes. */
function partsOf(section: Element): Element[] {
  if (bytesOf(section) <= LARGEST) return [section]
  const notes = section.children.find((c): c is Element => isOf(c, 'notes'))
  const text = { ...section, children: section.children.filter((c) => c !== notes) }
  const parts = divided(text)
  if (notes === undefined) return parts
  return parts.map((part) => {
    const called = new Set(linksIn(part))
    const own = notes.children.filter(
      (note) => note.type === 'element' && called.has(String(note.properties.id)),
    )
    if (own.length === 0) return part
    return { ...part, children: [...part.children, { ...notes, children: own }] }
  })
}

/** An element in parts of at most the largest size, as far as its blocks allow. */
function divided(element: Element): Element[] {
  if (bytesOf(element) <= LARGEST || !DIVISIBLE.has(element.tagName)) return [element]
  const runs: ElementContent[][] = []
  let room = 0
  const children = element.children.flatMap((c): ElementContent[] =>
    c.type === 'element' ? divided(c) : [c],
  )
  for (const child of children) {
    const size = bytesOf(child)
    if (size > room || runs.length === 0) {
      runs.push([])
      room = LARGEST
    }
    runs.at(-1)?.push(child)
    room -= size
  }
  const { className } = element.properties
  return runs.map((children, i) => ({
    ...element,
    properties: i === 0 ? element.properties : className === undefined ? {} : { className },
    children,
  }))
}

const bytesOf = (node: ElementContent): number => Buffer.byteLength(toHtml(node))

const isOf = (node: ElementContent, name: string): boolean =>
  node.type === 'element' &&
  Array.isArray(node.properties.className) &&
  node.properties.className.includes(name)

/** A later part has no heading that names it. */
const named = (part: ElementContent, ariaLabel: string): ElementContent =>
  part.type === 'element' ? { ...part, properties: { ...part.properties, ariaLabel } } : part

function* elementsIn(node: ElementContent): Generator<Element> {
  if (node.type !== 'element') return
  yield node
  for (const child of node.children) yield* elementsIn(child)
}

function* idsIn(node: ElementContent): Generator<string> {
  for (const { properties } of elementsIn(node))
    if (typeof properties.id === 'string') yield properties.id
}

function* linksIn(node: ElementContent): Generator<string> {
  for (const { properties } of elementsIn(node))
    if (typeof properties.href === 'string') yield properties.href.replace(/^.*#/u, '')
}
