import type { Edition } from '@huijiao/ast'
import { h } from 'hastscript'
import { apparatusDocument } from './documents/apparatus.ts'
import { colophon, editorialNote, titlePage } from './documents/front.ts'
import { noteList, notesOf } from './documents/note.ts'
import { witnessesDocument } from './documents/witnesses.ts'
import { workDocument } from './documents/work.ts'
import { groupBy } from './group.ts'
import { flow } from './handlers/flow.ts'
import { phrasing } from './handlers/phrasing.ts'
import type { Book, BookDocument, BookOptions, Note } from './model.ts'
import { assertPlaced, breaksWithin, placeBreaks } from './place-breaks.ts'
import { stateFor } from './state.ts'
import { type Strings, stringsFor } from './strings/index.ts'

/**
 * Makes the documents of a book from its tree, in reading order: title page, colophon, editorial note, the
 * works, collation appendix, list of notes, table of witnesses. Contents are each renderer's own.
 *
 * @throws {PageBreakError} where a page begins at a block that the book does not have.
 */
export function toBook(edition: Edition, options: BookOptions = {}): Book {
  const strings = stringsFor(edition.meta.language)
  const href = options.href ?? ((_document: string, id: string) => `#${id}`)
  const states = edition.children.map((work) =>
    stateFor(edition, work, strings, options, { phrasing, flow }),
  )
  const notes = states.flatMap((state) => notesOf(state, state.work))
  const byWork = groupBy(notes, (note) => note.work)
  const works = states.map((state) => workDocument(state, byWork.get(state.work.id) ?? []))
  const made = [
    titlePage(edition, strings),
    colophon(edition, strings),
    editorialNote(edition, strings),
    ...works,
    apparatusDocument(edition, strings, { href, language: edition.meta.language }),
    ...(notes.length === 0 ? [] : [notesDocument(edition, notes, strings, href)]),
    witnessesDocument(edition, strings),
  ]
  const pages = breaksWithin(made, options.pageBreaks ?? [])
  const byDocument = groupBy(pages, (b) => b.document)
  const documents = made.map((document) => {
    const breaks = byDocument.get(document.id) ?? []
    if (document.kind !== 'work') return placeBreaks(document, breaks)
    assertPlaced(document, breaks)
    return document
  })
  return { notes, documents, pages }
}

function notesDocument(
  edition: Edition,
  notes: readonly Note[],
  strings: Strings,
  href: (document: string, id: string) => string,
): BookDocument {
  return {
    id: 'notes',
    kind: 'notes',
    matter: 'back',
    title: strings.notes,
    lang: edition.meta.language,
    headings: [{ id: 'notes-title', depth: 1, title: strings.notes }],
    children: [
      h(
        'section',
        {
          id: 'notes',
          className: ['notes-list'],
          'epub:type': 'endnotes',
          role: 'doc-endnotes',
          ariaLabelledBy: 'notes-title',
        },
        [h('h1', { id: 'notes-title' }, strings.notes), ...noteList(edition, notes, href, strings)],
      ),
    ],
  }
}
