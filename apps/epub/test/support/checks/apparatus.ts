import { appsOf, type Edition } from '@huijiao/ast'
import type { Element } from 'xast'
import { type Book, type Doc, resolvePath } from '../book.ts'
import { attribute, elements, findAll } from '../xml.ts'
import type { Finding } from './finding.ts'

/** Every entry of the apparatus leads from its place to the appendix and back; punctuation, too. */
export function checkApparatus(book: Book, edition: Edition): readonly Finding[] {
  const findings: Finding[] = []
  const places = new Map<string, { doc: Doc; element: Element }>()
  for (const doc of book.docs)
    for (const element of elements(doc.tree)) {
      const id = attribute(element, 'id')
      if (id !== undefined) places.set(`${doc.path}#${id}`, { doc, element })
    }
  const where = new Map(
    [...places].map(([address, at]) => [attribute(at.element, 'id') ?? '', { ...at, address }]),
  )
  const leads = (from: { doc: Doc; element: Element }, to: string) =>
    findAll(from.element, 'a').some((link) => {
      const { path, fragment } = resolvePath(from.doc.path, attribute(link, 'href') ?? '')
      return `${path}#${fragment}` === to
    })
  for (const work of edition.children)
    for (const app of appsOf(work)) {
      if (app.continues !== undefined) continue
      const say = (message: string) =>
        findings.push({ path: work.id, rule: 'apparatus', message: `${app.id}: ${message}` })
      const place = where.get(app.id)
      const entry = where.get(`entry-${app.id}`)
      if (place === undefined) say('expected it in the text, got none')
      else if (entry === undefined) say('expected an entry, got none')
      else {
        if (!leads(place, entry.address)) say('expected a link to its entry')
        const back = { doc: entry.doc, element: entry.element }
        if (!leads(back, place.address)) say('expected a link from its entry to the text')
      }
    }
  return findings
}
