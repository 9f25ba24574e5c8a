import type { Element } from 'hast'
import { h } from 'hastscript'
import { callId, noteId } from '../ids.ts'
import { inLanguage, saidIn } from '../language.ts'
import type { Note } from '../model.ts'
import { sayEntry } from '../present/say.ts'
import type { State } from '../state.ts'

/** The notes of a work: its entries that tell of versions that really differ, or of what nothing decides. */
export function notesOf(state: State): Note[] {
  const { strings, work, edition, entries } = state
  return entries
    .filter((entry) => entry.note)
    .map((entry) => {
      const said = sayEntry(entry, { work, strings, cited: new Map(), signed: false })
      return {
        id: noteId(entry.id),
        call: callId(entry.id),
        work: work.id,
        number: entry.number,
        entry,
        content: inLanguage(
          `${said.lemma}${strings.entries.afterLemma}${said.words}`,
          edition.meta.language,
        ),
      }
    })
}

/** A note at the end of its work: only the mark is inside the back link. */
export function noteAside(state: State, note: Note): Element {
  const { strings, href } = state
  return h(
    'aside',
    {
      id: note.id,
      className: ['note'],
      ...saidIn(state.edition.meta.language, state.lang),
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
        strings.entries.mark(note.number),
      ),
      strings.entries.afterMark,
      ...note.content,
    ]),
  )
}
