import type { Edition, Work } from '@huijiao/ast'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { placedApps } from '../contexts.ts'
import { describeLemma, describeReadings } from '../describe.ts'
import { callId, entryId, noteId } from '../ids.ts'
import type { Note } from '../model.ts'
import { isNote, type State } from '../state.ts'

/** The notes of a work, numbered in text order. */
export function notesOf(state: State, work: Work): Note[] {
  const { strings } = state
  return placedApps(work)
    .filter(({ app }) => isNote(app))
    .map(({ app, context }) => {
      const undecided = app.certainty === 'undecided'
      const words = [
        describeLemma(app, context, strings),
        '：',
        describeReadings(app, work, strings),
        ...(undecided ? [strings.separator, strings.undecidedNote] : []),
        strings.stop,
      ].join('')
      return {
        id: noteId(app.id),
        call: callId(app.id),
        work: work.id,
        number: state.noteNumbers.get(app.id) ?? 0,
        app,
        content: [{ type: 'text', value: words }],
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
      ariaLabel: `${strings.note} ${note.number}`,
    },
    h('p', [
      h(
        'a',
        {
          className: ['note-back'],
          href: href(note.work, note.call),
          role: 'doc-backlink',
          title: strings.backToText,
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
export function noteList(
  edition: Edition,
  notes: readonly Note[],
  href: State['href'],
  title: (work: Work) => string,
  listId: (work: string) => string,
): ElementContent[] {
  return edition.children.flatMap((work) => {
    const own = notes.filter((n) => n.work === work.id)
    if (own.length === 0) return []
    return [
      h('section', { className: ['note-list'] }, [
        h('h2', { id: listId(work.id) }, title(work)),
        ...own.map((note) =>
          h('p', { className: ['note-item'] }, [
            h('a', { href: href(work.id, note.call) }, String(note.number)),
            ' ',
            ...note.content,
          ]),
        ),
      ]),
    ]
  })
}
