import type { Edition } from '@huijiao/ast'
import { toBook } from '@huijiao/hast'
import type { Element } from 'xast'
import { type Book, docAt, resolvePath } from '../book.ts'
import { attribute, byId, elements, find, findAll, hasWord, textOf } from '../xml.ts'
import type { Finding } from './finding.ts'

/** An item of a nested list of places. */
export interface Item {
  readonly label: string
  /** Path in the book with its fragment. */
  readonly target: string
  readonly depth: number
}

/** The contents of the navigation document, in order, with their depth from 1. */
export function contentsOf(book: Book): readonly Item[] {
  const nav = navOf(book, 'toc')
  return nav === undefined ? [] : itemsOf(book, nav, 0)
}

/** One of the lists of the navigation document. */
export function navOf(book: Book, type: string): Element | undefined {
  return findAll(book.nav.tree, 'nav').find((nav) => hasWord(nav, 'epub:type', type))
}

function itemsOf(book: Book, node: Element, depth: number): readonly Item[] {
  return node.children.flatMap((child): readonly Item[] => {
    if (child.type !== 'element') return []
    if (child.name !== 'a') return itemsOf(book, child, depth + (child.name === 'ol' ? 1 : 0))
    const { path, fragment } = resolvePath(book.nav.path, attribute(child, 'href') ?? '')
    const target = fragment === '' ? path : `${path}#${fragment}`
    return [{ label: textOf(child).trim(), target, depth }]
  })
}

/** Titled documents and headings of their text stand in the contents, once each, in the order of the book. */
export function checkContents(book: Book, edition: Edition): readonly Finding[] {
  const findings: Finding[] = []
  const { path } = book.nav
  const say = (message: string) => findings.push({ path, rule: 'contents', message })
  const items = contentsOf(book)
  const titles = new Map(toBook(edition).documents.map((d) => [d.id, d.title]))
  const order = book.docs.map((doc) => doc.path)
  let last = -1
  const reached = new Set<string>()
  for (const { label, target } of items) {
    if (label === '') say(`${target}: expected a label, got none`)
    if (reached.has(target)) say(`${target}: expected it once, got it again`)
    reached.add(target)
    const [file = '', fragment = ''] = target.split('#')
    const at = order.indexOf(file)
    if (at < last) say(`${target}: expected the order of the book`)
    last = at
    const doc = docAt(book, file)
    const heading = doc && (fragment === '' ? find(doc.tree, 'h1') : byId(doc.tree, fragment))
    const title = heading === undefined ? undefined : plain(heading)
    // A work may be listed by a short title; one of the appendix is listed as such.
    const listed = titles.get(file.replace(/^.*\/|\.xhtml$/g, '')) === label && fragment === ''
    if (
      title !== undefined &&
      title !== '' &&
      !listed &&
      !title.startsWith(label.replace(/……$/, ''))
    )
      say(`${target}: expected “${title}”, got “${label}”`)
  }
  for (const doc of book.docs) {
    const headings = [...elements(doc.tree)].filter((e) => hasWord(e, 'class', 'title'))
    if (doc !== book.nav && find(doc.tree, 'h1') !== undefined && !isTitlePage(doc.tree))
      if (!reached.has(doc.path)) say(`${doc.path}: expected it in the contents`)
    for (const heading of headings.filter((e) => e.name !== 'h1')) {
      const id = attribute(heading, 'id') ?? ''
      if (!reached.has(`${doc.path}#${id}`)) say(`${doc.path}#${id}: expected it in the contents`)
    }
  }
  return findings
}

const isTitlePage = (tree: Parameters<typeof elements>[0]): boolean =>
  [...elements(tree)].some((e) => hasWord(e, 'epub:type', 'titlepage'))

/** The text of a heading without the calls of its notes. */
const plain = (heading: Element): string =>
  textOf(heading, (e) => hasWord(e, 'epub:type', 'noteref')).trim()
