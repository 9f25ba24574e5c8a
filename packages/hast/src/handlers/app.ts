import type { App } from '@huijiao/ast'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { callId, entryId, noteId } from '../ids.ts'
import { isNote } from '../is-note.ts'
import type { State } from '../state.ts'

/**
 * The lemma in its place, a link to its entry in the appendix, with the call of its note where readers get one.
 * The later parts of an entry that runs over a gap carry their id alone.
 */
export function app(state: State, node: App): ElementContent[] {
  const content = state.all(node)
  const className = ['app', node.layer === 'content' ? `app-${node.cause}` : 'app-punctuation']
  // A dotted line belongs under characters.
  if (node.certainty === 'undecided' && node.layer === 'content') className.push('undecided')
  if (node.continues !== undefined) return [h('span', { id: node.id, className }, content)]
  const href = state.href('apparatus', entryId(node.id))
  // The words of the text do not say where they lead; an empty lemma has no words.
  const purpose = state.strings.toApparatus
  const label = content.length === 0 ? { ariaLabel: purpose } : { title: purpose }
  const lemma = h('a', { id: node.id, className, href, ...label }, content)
  return isNote(node) ? bind(lemma, className, call(state, node)) : [lemma]
}

/** Keeps the call on the line of the character before it. */
function bind(lemma: Element, className: readonly string[], noteCall: Element): ElementContent[] {
  const last = lemma.children.at(-1)
  if (last?.type !== 'text') return [h('span', { className: ['bound'] }, [lemma, noteCall])]
  const points = [...last.value]
  const end = points.pop() ?? ''
  if (points.length === 0 && lemma.children.length === 1)
    return [h('span', { className: ['bound'] }, [lemma, noteCall])]
  const rest = points.length === 0 ? [] : [{ type: 'text' as const, value: points.join('') }]
  return [
    { ...lemma, children: [...lemma.children.slice(0, -1), ...rest] },
    h('span', { className: ['bound'] }, [h('span', { className: [...className] }, end), noteCall]),
  ]
}

function call(state: State, node: App): Element {
  const number = state.noteNumbers.get(node.id) ?? 0
  return h(
    'a',
    {
      id: callId(node.id),
      className: ['note-call'],
      href: state.href(state.work.id, noteId(node.id)),
      'epub:type': 'noteref',
      role: 'doc-noteref',
      ariaLabel: state.strings.noteAt(number),
    },
    String(number),
  )
}
