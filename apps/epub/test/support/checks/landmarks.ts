import type { Element } from 'xast'
import { type Book, type Doc, docAt, resolvePath } from '../book.ts'
import { attribute, elements, findAll, hasWord, textOf } from '../xml.ts'
import { navOf } from './contents.ts'
import type { Finding } from './finding.ts'

const NEEDED = ['toc', 'titlepage', 'bodymatter', 'appendix']

/** Each landmark once, named, and leading to the first document of its kind. */
export function checkLandmarks(book: Book): readonly Finding[] {
  const findings: Finding[] = []
  const { path } = book.nav
  const say = (message: string) => findings.push({ path, rule: 'landmark', message })
  const nav = navOf(book, 'landmarks')
  const links = nav === undefined ? [] : findAll(nav, 'a')
  const types = links.map((link) => attribute(link, 'epub:type') ?? '')
  for (const type of NEEDED) if (!types.includes(type)) say(`expected “${type}”, got none`)
  for (const [i, link] of links.entries()) {
    const type = types[i] ?? ''
    if (types.indexOf(type) !== i) say(`expected “${type}” once, got it again`)
    if (textOf(link).trim() === '') say(`expected a name for “${type}”, got none`)
    const target = resolvePath(path, attribute(link, 'href') ?? '').path
    const doc = docAt(book, target)
    const first = book.docs.find((d) => isOf(d, type))
    if (doc === undefined || doc !== first)
      say(`expected “${type}” to lead to ${first?.path ?? 'no document'}, got ${target}`)
  }
  return findings
}

const isOf = (doc: Doc, type: string): boolean =>
  [...elements(doc.tree)].some(
    (e) => e.name !== 'a' && hasWord(e, 'epub:type', type) && opens(e, type),
  )

/** A work that is an appendix stands before the book’s own, which is back matter. */
const opens = (element: Element, type: string): boolean =>
  type !== 'appendix' || !hasWord(element, 'class', 'work')
