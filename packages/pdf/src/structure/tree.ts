import type { Content } from '../content/marked-content.ts'
import { lookup, lookupDict, lookupName, lookupText, name, type PdfFile, textOf } from '../file.ts'
import { PDFArray, PDFDict, PDFNumber, type PDFObject, PDFRef } from '../pdf-lib.ts'

/** An annotation that belongs to an element. */
export interface ObjectKid {
  readonly kind: 'object'
  readonly page: PDFRef
  readonly object: PDFRef
}

/** A structure element; transforms change it in place. */
export interface Element {
  readonly kind: 'element'
  type: string
  kids: Kid[]
  alt?: string
  language?: string
  id?: string
  /** `id` of the HTML element, where it was handed on. */
  anchor?: string
  /** Whether it is the later part of a block that was parted for the print. */
  isContinuation?: boolean
  /** Attribute objects as they were. */
  attributes?: PDFObject
}

export type Kid = Element | Content | ObjectKid

export function element(type: string, kids: Kid[]): Element {
  return { kind: 'element', type, kids }
}

/** Reads the structure tree; undefined where the file is not tagged. */
export function readStructure(file: PdfFile): Element | undefined {
  const root = lookupDict(file.catalog, 'StructTreeRoot')
  if (root === undefined) return undefined
  const kids = kidsOf(file, root.get(name('K')), undefined)
  const only = kids.length === 1 ? kids[0] : undefined
  return only?.kind === 'element' ? only : element('Document', kids)
}

function kidsOf(file: PdfFile, value: PDFObject | undefined, page: PDFRef | undefined): Kid[] {
  if (value === undefined) return []
  const object = value instanceof PDFRef ? file.context.lookup(value) : value
  if (object instanceof PDFArray)
    return object.asArray().flatMap((item) => kidsOf(file, item, page))
  if (object instanceof PDFNumber) {
    return page === undefined ? [] : [{ kind: 'content', page, mcid: object.asNumber() }]
  }
  if (!(object instanceof PDFDict)) return []
  const own = object.get(name('Pg'))
  const where = own instanceof PDFRef ? own : page
  const type = lookupName(object, 'Type')
  if (type === 'MCR') {
    const mcid = lookup(object, 'MCID')
    const stream = object.get(name('Stm'))
    if (!(mcid instanceof PDFNumber) || where === undefined) return []
    const content: Content = { kind: 'content', page: where, mcid: mcid.asNumber() }
    return [stream instanceof PDFRef ? { ...content, stream } : content]
  }
  if (type === 'OBJR') {
    const target = object.get(name('Obj'))
    return target instanceof PDFRef && where !== undefined
      ? [{ kind: 'object', page: where, object: target }]
      : []
  }
  const node = element(lookupName(object, 'S') ?? 'NonStruct', [])
  node.kids = kidsOf(file, object.get(name('K')), where)
  const alt = lookupText(object, 'Alt')
  const language = lookupText(object, 'Lang')
  const id = textOf(lookup(object, 'ID'))
  const attributes = lookup(object, 'A')
  if (alt !== undefined && alt !== '') node.alt = alt
  if (language !== undefined && language !== '') node.language = language
  if (id !== undefined) node.id = id
  if (attributes !== undefined) node.attributes = attributes
  return [node]
}

/** Visits each element, parents first. */
export function visit(
  root: Element,
  visitor: (node: Element, parents: readonly Element[]) => void,
): void {
  const parents: Element[] = []
  const walk = (node: Element): void => {
    visitor(node, parents)
    parents.push(node)
    for (const kid of node.kids) if (kid.kind === 'element') walk(kid)
    parents.pop()
  }
  walk(root)
}

/** The content below an element, in order. */
export function contentsOf(node: Element): Content[] {
  return node.kids.flatMap((kid) =>
    kid.kind === 'element' ? contentsOf(kid) : kid.kind === 'content' ? [kid] : [],
  )
}
