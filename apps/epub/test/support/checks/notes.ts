import type { Element } from 'xast'
import { type Book, type Doc, docAt, resolvePath } from '../book.ts'
import { attribute, byId, elements, findAll, hasWord, textOf } from '../xml.ts'
import type { Finding } from './finding.ts'

/** A note with the calls that lead to it. */
export interface Note {
  readonly call: Element
  readonly callDoc: Doc
  readonly note: Element | undefined
  readonly noteDoc: Doc | undefined
}

/** All calls of notes in reading order, with their notes. */
export function notesOf(book: Book): readonly Note[] {
  return book.docs.flatMap((callDoc) =>
    [...elements(callDoc.tree)]
      .filter((element) => hasWord(element, 'epub:type', 'noteref'))
      .map((call) => {
        const { path, fragment } = resolvePath(callDoc.path, attribute(call, 'href') ?? '')
        const noteDoc = docAt(book, path)
        return { call, callDoc, noteDoc, note: noteDoc && byId(noteDoc.tree, fragment) }
      }),
  )
}

/** Every call has a note marked as one, every note a call and a link back to it, with the same number. */
export function checkNotes(book: Book): readonly Finding[] {
  const findings: Finding[] = []
  const reached = new Set<Element>()
  for (const { call, callDoc, note, noteDoc } of notesOf(book)) {
    const say = (message: string) =>
      findings.push({
        path: callDoc.path,
        rule: 'note',
        message: `${attribute(call, 'href')}: ${message}`,
      })
    if (note === undefined || noteDoc === undefined) {
      say('expected a note, got none')
      continue
    }
    reached.add(note)
    if (!hasWord(note, 'epub:type', 'footnote')) say('expected epub:type footnote on the note')
    if (!hasWord(note, 'role', 'doc-footnote')) say('expected role doc-footnote on the note')
    if (!hasWord(call, 'role', 'doc-noteref')) say('expected role doc-noteref on the call')
    const callId = attribute(call, 'id') ?? attribute(call, 'href')
    const backs = findAll(note, 'a').filter((link) => {
      const back = resolvePath(noteDoc.path, attribute(link, 'href') ?? '')
      return back.path === callDoc.path && back.fragment === callId
    })
    if (backs.length === 0) say(`expected a link back to “${callId}”, got none`)
    else if (!backs.some((back) => textOf(back) === textOf(call)))
      say(
        `expected the number “${textOf(call)}” in the link back, got “${backs.map((back) => textOf(back)).join('”, “')}”`,
      )
    if (textOf(note).trim() === textOf(call).trim()) say('expected a note with text')
  }
  for (const doc of book.docs)
    for (const element of elements(doc.tree))
      if (hasWord(element, 'epub:type', 'footnote') && !reached.has(element))
        findings.push({
          path: doc.path,
          rule: 'note',
          message: `${attribute(element, 'id')}: expected a call that leads to this note, got none`,
        })
  return findings
}
