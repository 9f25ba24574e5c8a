import type { Element } from 'xast'
import { type Book, type Doc, docAt, resolvePath } from './book.ts'
import type { Finding } from './finding.ts'
import { attribute, byId, elements, findAll, hasWord, textOf } from './xml.ts'

/** Every id once in its document, and every internal address leads somewhere. */
export function checkIds(book: Book): readonly Finding[] {
  const findings: Finding[] = []
  for (const doc of allDocs(book)) {
    const ids = new Set<string>()
    for (const element of elements(doc.tree)) {
      const id = attribute(element, 'id')
      if (id === undefined) continue
      if (ids.has(id))
        findings.push({
          path: doc.path,
          rule: 'id',
          message: `expected “${id}” once, got it again`,
        })
      ids.add(id)
    }
  }
  return findings
}

/** Every address inside the book leads to a file and, where it has one, to an id in it. */
export function checkTargets(book: Book): readonly Finding[] {
  const findings: Finding[] = []
  for (const doc of [...allDocs(book), book.ncx])
    for (const element of elements(doc.tree))
      for (const name of ['href', 'src']) {
        const href = attribute(element, name)
        if (href === undefined || /^[a-z][a-z0-9+.-]*:/i.test(href)) continue
        const { path, fragment } = resolvePath(doc.path, href)
        const missing = !book.files.has(path)
          ? 'no such file'
          : fragment !== '' && !hasId(book, path, fragment)
            ? 'no such id'
            : undefined
        if (missing !== undefined)
          findings.push({ path: doc.path, rule: 'target', message: `${href}: ${missing}` })
      }
  return findings
}

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

/** Every item of the page list leads to a page break that carries its label, and none is left out. */
export function checkPages(book: Book): readonly Finding[] {
  const findings: Finding[] = []
  const list = [...elements(book.nav.tree)].find((nav) => hasWord(nav, 'epub:type', 'page-list'))
  const listed = new Set<Element>()
  for (const link of list === undefined ? [] : findAll(list, 'a')) {
    const { path, fragment } = resolvePath(book.nav.path, attribute(link, 'href') ?? '')
    const doc = docAt(book, path)
    const target = doc && byId(doc.tree, fragment)
    const say = (message: string) =>
      findings.push({ path: book.nav.path, rule: 'page', message: `${textOf(link)}: ${message}` })
    if (target === undefined) say('expected a target, got none')
    else {
      listed.add(target)
      if (!hasWord(target, 'epub:type', 'pagebreak')) say('expected a page break as target')
      const label = attribute(target, 'aria-label') ?? attribute(target, 'title') ?? ''
      if (!label.includes(textOf(link).trim())) say(`expected its label, got “${label}”`)
    }
  }
  for (const doc of book.docs)
    for (const element of elements(doc.tree))
      if (hasWord(element, 'epub:type', 'pagebreak') && !listed.has(element))
        findings.push({
          path: doc.path,
          rule: 'page',
          message: `${attribute(element, 'id')}: expected this page in the page list`,
        })
  return findings
}

function allDocs(book: Book): readonly Doc[] {
  return [...new Map([...book.docs, book.nav].map((doc) => [doc.path, doc])).values()]
}

function hasId(book: Book, path: string, id: string): boolean {
  const doc = docAt(book, path)
  return doc !== undefined && byId(doc.tree, id) !== undefined
}
