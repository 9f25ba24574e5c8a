import { fault, InputError, type MessagePlace } from '@huijiao/model'
import { SaxesParser } from 'saxes'
import { DEEPEST, MOST_ELEMENTS } from '../file/limits.ts'

/** An element with its place in the file. Offsets are UTF-16, half-open, tags included. */
export interface XmlElement {
  readonly type: 'element'
  /** Local name, without prefix. */
  readonly name: string
  /** By name as written, prefix and all (`xml:id`). */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  readonly start: number
  readonly end: number
}

/** Characters, CDATA or a comment, decoded; `raw` is where they stand. */
export interface XmlText {
  readonly type: 'text' | 'comment'
  readonly value: string
  readonly start: number
  readonly end: number
}

export type XmlNode = XmlElement | XmlText

type Open = Omit<XmlElement, 'children' | 'end'> & { children: XmlNode[]; end: number }

/**
 * Parses XML strictly. Entities that a document declares for itself are not expanded, and nothing is fetched: one
 * that is not XML's own is an error, so that a document cannot grow while it is read.
 *
 * @throws {InputError} with line and column of the first fault, or where the document is too deep or too large.
 */
export function parseXml(file: string, text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false })
  const place = (): MessagePlace => ({
    file,
    line: parser.line,
    column: parser.columnIndex + 1,
  })
  parser.on('error', ({ message }) => {
    throw new InputError([malformed(message, place())])
  })
  const tree = build(parser, text, place)
  parser.write(text).close()
  const root = tree()
  if (root === undefined) throw new InputError([fault('no-element', { file })])
  return root
}

/** What the parser found fault with, by its own words, which begin with the place. */
function malformed(message: string, place: MessagePlace): ReturnType<typeof fault> {
  const text = message.replace(/^[\d:]+ /u, '').replace(/\.$/u, '')
  return text === 'undefined entity'
    ? fault('undefined-entity', place)
    : fault('malformed-xml', place, { text })
}

/** Builds the tree while the parser reads; what is returned gives its root, once there is one. */
function build(
  parser: SaxesParser<{ xmlns: false }>,
  text: string,
  place: () => MessagePlace,
): () => XmlElement | undefined {
  const open: Open[] = []
  let root: Open | undefined
  let after = 0
  let elements = 0
  const add = (node: XmlNode): void => void open.at(-1)?.children.push(node)
  const here = (): void => void (after = parser.position)
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1
    if (open.length >= DEEPEST || elements > MOST_ELEMENTS) {
      throw new InputError([fault('too-many-elements', place())])
    }
    const element: Open = {
      type: 'element',
      name: name.slice(name.indexOf(':') + 1),
      attributes,
      children: [],
      start: text.lastIndexOf('<', parser.position - 1),
      end: parser.position,
    }
    if (open.length === 0) root ??= element
    add(element)
    open.push(element)
    here()
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed !== undefined) closed.end = parser.position
    here()
  })
  parser.on('text', (value) => {
    const end = text.indexOf('<', after)
    add({ type: 'text', value, start: after, end: end < 0 ? text.length : end })
  })
  parser.on('cdata', (value) => {
    const start = parser.position - ']]>'.length - value.length
    add({ type: 'text', value, start, end: start + value.length })
    here()
  })
  parser.on('comment', (value) => {
    add({ type: 'comment', value, start: after, end: parser.position })
    here()
  })
  parser.on('processinginstruction', here)
  parser.on('doctype', here)
  parser.on('xmldecl', here)
  return () => root
}

/** All elements of a name below an element, in document order. */
export function* descendants(node: XmlElement, ...names: readonly string[]): Iterable<XmlElement> {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (names.includes(child.name)) yield child
    yield* descendants(child, ...names)
  }
}

/** Its child elements, those of some names only where names are given. */
export function elements(node: XmlElement, ...names: readonly string[]): XmlElement[] {
  return node.children.filter(
    (child): child is XmlElement =>
      child.type === 'element' && (names.length === 0 || names.includes(child.name)),
  )
}

/** All characters below a node. */
export function textOf(node: XmlNode): string {
  if (node.type === 'element') return node.children.map(textOf).join('')
  return node.type === 'text' ? node.value : ''
}

/** Elements in the order in which their ids are named; those that are not, after them as they stand. */
export function inOrder(found: readonly XmlElement[], ids: readonly string[]): XmlElement[] {
  const rank = new Map(ids.map((id, index) => [id, index]))
  const of = ({ attributes }: XmlElement): number =>
    rank.get(attributes.id ?? attributes.ID ?? '') ?? ids.length
  return found.toSorted((a, b) => of(a) - of(b) || a.start - b.start)
}
