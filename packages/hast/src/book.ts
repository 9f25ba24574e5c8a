import type { Edition } from '@huijiao/ast'
import { apparatusDocument } from './documents/apparatus.ts'
import { factsOf } from './documents/facts.ts'
import { colophon, editorialNote, titlePage } from './documents/front.ts'
import { namesDocument } from './documents/names.ts'
import { notesOf } from './documents/note.ts'
import { parallelDocument } from './documents/parallel.ts'
import { proseDocument } from './documents/prose.ts'
import { witnessesDocument } from './documents/witnesses.ts'
import { workDocument } from './documents/work.ts'
import { groupBy } from './group.ts'
import { stateFor } from './make-state.ts'
import type { Book, DocumentKind } from './model.ts'
import type { BookOptions } from './options.ts'
import { partsOf } from './parts.ts'
import { assertPlaced, breaksWithin, placeBreaks } from './place-breaks.ts'
import { present } from './present/present.ts'
import { stringsFor } from './strings/index.ts'

/** Documents whose blocks mark their own pages while they are rendered. */
const RENDERED: ReadonlySet<DocumentKind> = new Set(['work', 'preface', 'afterword'])

/**
 * Makes the documents of a book from its tree, in reading order: title page, colophon, preface, editorial
 * note, the works, collation appendix, versions side by side, table of witnesses, index of names, afterword. Contents are each renderer's own.
 *
 * @throws {PageBreakError} where a page begins at a block that the book does not have.
 */
export function toBook(edition: Edition, options: BookOptions = {}): Book {
  const strings = stringsFor(edition.meta.language)
  const works = present(edition)
  const parts = partsOf(works, options.worksPerPart)
  const states = parts.flatMap(({ index, works }) =>
    works.map((work) => stateFor(edition, work, strings, options, index)),
  )
  const notes = states.flatMap(notesOf)
  const byWork = groupBy(notes, (note) => note.work)
  const facts = factsOf(edition, works)
  // Where nothing was compared, an appendix would only say so of each work.
  const hasApparatus = facts.collated || facts.entries
  const made = [
    titlePage(edition, strings),
    colophon(edition, strings),
    ...proseDocument(edition, 'preface', strings, options),
    editorialNote(edition, strings, facts),
    ...states.map((state) =>
      workDocument(state, byWork.get(state.work.id) ?? [], { hasApparatus }),
    ),
    ...(hasApparatus ? parts : []).map((part) =>
      apparatusDocument(
        edition,
        part,
        states.filter((s) => part.works.some((w) => w.work === s.work)),
      ),
    ),
    ...parallelDocument(edition, works, strings),
    witnessesDocument(edition, strings),
    ...namesDocument(edition, strings, options),
    ...proseDocument(edition, 'afterword', strings, options),
  ]
  const pages = breaksWithin(made, options.pageBreaks ?? [])
  const byDocument = groupBy(pages, (b) => b.document)
  const documents = made.map((document) => {
    const breaks = byDocument.get(document.id) ?? []
    if (!RENDERED.has(document.kind)) return placeBreaks(document, breaks)
    assertPlaced(document, breaks)
    return document
  })
  return { notes, documents, pages }
}
