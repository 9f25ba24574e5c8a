import type { SourceNoteAside } from '@huijiao/model'
import type { Element, ElementContent, Nodes } from 'hast'
import { wordsOf } from './roles.ts'

/** A sign that calls a note: `1`, `[3]`, `①`, `*`. */
const CALL =
  /^\s*(?:[[［(（〔【]\s*)?(?:[注註]\s*)?(?:\d{1,3}|[①-⑳㉑-㉟]|[*†‡＊]+|[a-z])\s*(?:[\]］)）〕】]\s*)?$/u

/** Whether words are a sign that calls a note: `1`, `［注3］`, `①`. */
export const isCall = (words: string): boolean => CALL.test(words)

/** Which notes a document calls, and how they are named. */
export interface Notes {
  /** Ids of what is called. */
  readonly called: ReadonlySet<string>
  /** Ids that stand in the document; undefined where notes may stand in another one. */
  readonly present?: ReadonlySet<string>
  /** The id of what a link points to, and of an element of the document. */
  readonly target: (href: string) => string
  readonly own: (id: string) => string
}

/** The notes of a document that stands by itself: named by its own ids. */
export const notesIn = (node: Nodes): Notes => ({
  ...notesAmong([node], fragment, (id) => id),
  present: idsIn(node),
})

function idsIn(node: Nodes): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (one: Nodes): void => {
    if (one.type === 'element' && typeof one.properties.id === 'string')
      found.add(one.properties.id)
    if ('children' in one) for (const child of one.children) visit(child)
  }
  visit(node)
  return found
}

/** The notes of a document of a book, which may stand in another one: named by the document and its ids. */
export function notesOfBook(document: string, called: ReadonlySet<string>): Notes {
  return {
    called,
    target: (href) => inBook(document, href),
    own: (id) => inBook(document, `#${id}`),
  }
}

/** The ids that the calls of a document of a book point to. */
export const calledIn = (document: string, node: Nodes): ReadonlySet<string> =>
  notesAmong(
    [node],
    (href) => inBook(document, href),
    (id) => id,
  ).called

function notesAmong(
  nodes: readonly Nodes[],
  target: (href: string) => string,
  own: (id: string) => string,
): Notes {
  const called = new Set<string>()
  const visit = (one: Nodes): void => {
    const href = one.type === 'element' && one.tagName === 'a' ? callOf(one, '') : undefined
    if (href !== undefined) called.add(target(href))
    if ('children' in one) for (const child of one.children) visit(child)
  }
  for (const node of nodes) visit(node)
  return { called, target, own }
}

const fragment = (href: string): string => href.slice(href.indexOf('#') + 1)

function inBook(document: string, href: string): string {
  const { pathname, hash } = new URL(href, `file:///${encodeURI(document)}`)
  return `${pathname}${hash}`
}

/**
 * Where an element leads that is no text but the call of a note: a link within the book on such a sign, or such a sign
 * set high where it is no exponent; empty where it leads nowhere, undefined where it is no call.
 */
export function callOf(element: Element, before: string): string | undefined {
  if (!CALL.test(wordsOf(element))) return undefined
  const href = linkIn(element)
  const leads = href?.includes('#') === true && !/^[a-z]+:/iu.test(href)
  if (element.tagName === 'a') return leads ? href : undefined
  if (element.tagName !== 'sup' || /[\d\p{Script=Latin}]$/u.test(before)) return undefined
  return leads ? href : ''
}

/**
 * Whether a link on a bare figure stands right behind another and leads to nothing in its document: then it is a digit
 * of the number, and no call. `12<a href="#">5</a>平米` is 125平米.
 */
export function isDigit(element: Element, href: string, before: string, notes: Notes): boolean {
  const behindFigure = element.tagName === 'a' && /\d$/u.test(before)
  if (!behindFigure || !/^\s*\d+\s*$/u.test(wordsOf(element))) return false
  return notes.present !== undefined && !notes.present.has(notes.target(href))
}

function linkIn(node: ElementContent): string | undefined {
  if (node.type !== 'element') return undefined
  const { href } = node.properties
  if (node.tagName === 'a' && typeof href === 'string') return href
  for (const child of node.children) {
    const found = linkIn(child)
    if (found !== undefined) return found
  }
  return undefined
}

/** The id by which an element, or the sign that it begins with, is called as a note; undefined where it is none. */
export function noteIdOf(element: Element, { called, own }: Notes): string | undefined {
  if (called.size === 0 || !['p', 'li', 'aside', 'dd', 'div'].includes(element.tagName))
    return undefined
  const id = own(String(element.properties.id))
  if (called.has(id)) return id
  const first = element.children.find((child) => child.type !== 'text' || child.value.trim() !== '')
  if (first?.type !== 'element' || !CALL.test(wordsOf(first))) return undefined
  const within = own(String(first.properties.id))
  return called.has(within) ? within : undefined
}

/** A note as it is set aside: what it says, without its own sign and the links back. */
export function noteOf(element: Element, id: string): SourceNoteAside {
  const words = said(element).replaceAll(/\s+/gu, ' ').trim().replace(NUMBER, '')
  return { id, words }
}

/** The number of a note: in brackets, in a ring, or with a stop. */
const NUMBER = /^(?:[[［(（〔【](?:注|註)?\s*\d{1,3}[\]］)）〕】]|[①-⑳㉑-㉟]|\d{1,3}[.．、])\s*/u
const BACK = /^\s*(?:↩|↑|\^|⏎|⤴|\uFE0E|\uFE0F)+\s*$/u

function said(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element') {
    const words = wordsOf(node)
    if (node.tagName === 'a' && (BACK.test(words) || callOf(node, '') !== undefined)) return ''
    if (node.tagName === 'sup' && CALL.test(words)) return ''
  }
  return 'children' in node ? node.children.map(said).join('') : ''
}
