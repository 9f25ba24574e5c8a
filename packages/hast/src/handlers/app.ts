import type { App } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { callId, noteId } from '../ids.ts'
import { isNote, type State } from '../state.ts'

/** The lemma in its place, with the call of its note where readers get one. */
export function app(state: State, node: App): ElementContent[] {
  const content = state.render.phrasing(state, node.children)
  if (node.layer === 'punctuation')
    return [h('span', { id: node.id, className: ['app-punctuation'] }, content)]
  const className = ['app', `app-${node.cause}`]
  if (node.certainty === 'undecided') className.push('undecided')
  const lemma = h('span', { id: node.id, className }, content)
  return isNote(node) ? [lemma, call(state, node)] : [lemma]
}

function call(state: State, node: App): ElementContent {
  const number = state.noteNumbers.get(node.id) ?? 0
  return h(
    'a',
    {
      id: callId(node.id),
      className: ['note-call'],
      href: state.href(state.work.id, noteId(node.id)),
      'epub:type': 'noteref',
      role: 'doc-noteref',
    },
    String(number),
  )
}
