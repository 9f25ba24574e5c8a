import type { ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import { callId, entryId, noteId } from '../ids.ts'
import { saidIn } from '../language.ts'
import type { EntryMark } from '../present/place-marks.ts'
import type { State } from '../state.ts'

/**
 * The mark of an entry with the word before it, so that no line begins with a mark and no element divides a word. It
 * leads to the note beside the text where readers get one, else to the entry in the appendix.
 */
export function entryMark(state: State, node: EntryMark): ElementContent[] {
  const { entry } = node
  const word = node.children.flatMap((c) => state.one(c, state.work))
  // Of an entry that is found again only the first place has the id.
  const id = state.called.has(entry.id) ? {} : { id: callId(entry.id) }
  state.called.add(entry.id)
  if (state.edition.meta.apparatus === 'lines' && !entry.note) {
    return [...word, h('span', { className: ['entry-place'], ...id })]
  }
  const leads: Properties = entry.note
    ? {
        href: state.href(state.work.id, noteId(entry.id)),
        'epub:type': 'noteref',
        role: 'doc-noteref',
      }
    : { href: state.href('apparatus', entryId(entry.id)) }
  const call = h(
    'a',
    {
      ...id,
      className: ['note-call', ...(entry.note ? [] : ['entry-call'])],
      ...leads,
      ...saidIn(state.edition.meta.language, state.lang),
      ariaLabel: state.strings.noteAt(entry.number),
    },
    state.strings.entries.mark(entry.number),
  )
  return [h('span', { className: ['bound'] }, [...word, call])]
}
