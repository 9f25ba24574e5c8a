import type { Edition, Work } from '@huijiao/ast'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { placedApps } from '../contexts.ts'
import { describeLemma, describeReadings, describeReasons } from '../describe.ts'
import { callId, entryId, noteId, notesOfWork } from '../ids.ts'
import { inLanguage } from '../language.ts'
import type { BookDocument, Note } from '../model.ts'
import { type Part, partId } from '../parts.ts'
import { isNote } from '../is-note.ts'
import type { State } from '../state.ts'
import type { Strings } from '../strings/index.ts'
import { phrasedTitle } from './title.ts'

/** The notes of a work, numbered in text order. */
export function notesOf(state: State, work: Work): Note[] {
  const { strings } = state
  return placedApps(work)
    .filter(({ app }) => isNote(app))
    .map((placed) => {
      const { app } = placed
      // What a ruling says belongs to the note; other evidence stands in the appendix.
      const ruling = app.ruling === undefined ? [] : describeReasons(placed, strings, false)
      const words = [
        describeReadings(placed, work, strings),
        ...(app.certainty === 'undecided' ? [strings.undecidedNote] : []),
        ...ruling,
      ].join(strings.separator)
      const text = `${describeLemma(placed, strings)}${strings.colon}${words}${strings.stop}`
      return {
        id: noteId(app.id),
        call: callId(app.id),
        work: work.id,
        number: state.noteNumbers.get(app.id) ?? 0,
        app,
        content: inLanguage(text, state.edition.meta.language),
      }
    })
}

/** A note at the end of its work: only the number is inside the back link. */
export function noteAside(state: State, note: Note): Element {
  const { strings, href } = state
  return h(
    'aside',
    {
      id: note.id,
      className: ['note'],
      'epub:type': 'footnote',
      role: 'doc-footnote',
      ariaLabel: strings.noteAt(note.number),
    },
    h('p', [
      h(
        'a',
        {
          className: ['note-back'],
          href: href(note.work, note.call),
          role: 'doc-backlink',
          ariaLabel: `${strings.noteAt(note.number)}${strings.comma}${strings.backToText}`,
        },
        String(note.number),
      ),
      ' ',
      ...note.content,
      ' ',
      h(
        'a',
        { className: ['note-entry'], href: href('apparatus', entryId(note.app.id)) },
        strings.toApparatus,
      ),
    ]),
  )
}

/** All notes as a list, by work: for readers that do not show notes where they are called. */
export function notesDocument(
  edition: Edition,
  { index, works }: Part,
  notes: ReadonlyMap<string, readonly Note[]>,
  strings: Strings,
  href: State['href'],
): BookDocument {
  const id = partId('notes', index)
  const title = strings.partOf(strings.notes, index + 1)
  return {
    id,
    kind: 'notes',
    matter: 'back',
    title,
    lang: edition.meta.language,
    headings: [{ id: `${id}-title`, depth: 1, title }],
    children: [
      h(
        'section',
        {
          id,
          className: ['notes-list'],
          'epub:type': 'endnotes',
          role: 'doc-endnotes',
          ariaLabelledBy: `${id}-title`,
        },
        [
          h('h1', { id: `${id}-title` }, title),
          ...works.flatMap((work) =>
            listOf(work, notes.get(work.id) ?? [], strings, href, edition.meta.language),
          ),
        ],
      ),
    ],
  }
}

function listOf(
  work: Work,
  notes: readonly Note[],
  strings: Strings,
  href: State['href'],
  language: string,
): Element[] {
  if (notes.length === 0) return []
  const title = phrasedTitle(work, strings, language)
  return [
    h('section', { className: ['note-list'] }, [
      h('h2', { id: notesOfWork(work.id), className: [...title.className] }, [...title.content]),
      ...notes.map((note) =>
        h('p', { className: ['note-item'] }, [
          h(
            'a',
            {
              className: ['note-number'],
              href: href(work.id, note.call),
              ariaLabel: `${strings.noteAt(note.number)}${strings.comma}${strings.backToText}`,
            },
            String(note.number),
          ),
          ' ',
          ...note.content,
        ]),
      ),
    ]),
  ]
}
