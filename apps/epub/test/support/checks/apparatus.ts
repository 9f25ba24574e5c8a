import type { Edition } from '@huijiao/ast'
import { present } from '@huijiao/hast'
import type { Element } from 'xast'
import { type Book, type Doc, resolvePath } from '../book.ts'
import { attribute, elements, findAll } from '../xml.ts'
import type { Finding } from './finding.ts'

/** Every numbered entry of the apparatus leads from its mark to what is said of it and back; punctuation is listed. */
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
    [from.element, ...findAll(from.element, 'a')].some((link) => {
      const { path, fragment } = resolvePath(from.doc.path, attribute(link, 'href') ?? '')
      return `${path}#${fragment}` === to
    })
  for (const { work, entries } of present(edition))
    for (const { id, number, note } of entries) {
      const say = (message: string) =>
        findings.push({ path: work.id, rule: 'apparatus', message: `${id}: ${message}` })
      const entry = where.get(`entry-${id}`)
      const place = where.get(`call-${id}`)
      if (entry === undefined) say('expected an entry, got none')
      else if (number === 0) continue
      else if (place === undefined) say('expected its mark in the text, got none')
      else {
        const to = where.get(note ? `note-${id}` : `entry-${id}`)
        if (to === undefined || !leads(place, to.address)) say('expected a link to its entry')
        const back = { doc: entry.doc, element: entry.element }
        if (!leads(back, place.address)) say('expected a link from its entry to the text')
      }
    }
  return findings
}
