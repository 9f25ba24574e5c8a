import type { Emphasis, InlineNote, ProperName, SourceNoteCall, Strong, Text } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { write } from '../page-break.ts'
import type { State } from '../state.ts'

export const text = (state: State, node: Text): ElementContent[] => write(state, node.value)

export const emphasis = (state: State, node: Emphasis): ElementContent[] => [
  h('em', state.all(node)),
]

export const strong = (state: State, node: Strong): ElementContent[] => [
  h('strong', state.all(node)),
]

/** Counted as the one space that plain text has for it. */
export const lineBreak = (state: State): ElementContent[] => [
  h('br'),
  ...write(state, ' ').filter((n) => n.type !== 'text'),
]

/** A note within the line, set small. */
export const inlineNote = (state: State, node: InlineNote): ElementContent[] => [
  h('small', { className: ['inline-note'] }, state.all(node)),
]

/** A name with its line beside it; a title with a wavy one. */
export const properName = (state: State, node: ProperName): ElementContent[] => [
  h('span', { className: [node.kind === 'title' ? 'title-mark' : 'name-mark'] }, state.all(node)),
]

/** The mark of a note of the source; it leads to the note where the work has it. */
export function sourceNoteCall(state: State, node: SourceNoteCall): ElementContent[] {
  const className = ['source-call']
  const content = state.all(node)
  const note = state.sourceNotes.get(node.identifier)
  if (note === undefined) return [h('span', { className }, content)]
  return [
    h(
      'a',
      {
        className,
        href: state.href(state.work.id, note),
        'epub:type': 'noteref',
        role: 'doc-noteref',
      },
      content,
    ),
  ]
}
