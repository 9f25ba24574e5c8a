import type { CanonicalNode, Dateline } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { State } from '../state.ts'
import { leaf } from './block.ts'

/**
 * A dateline on a line of its own, or run in at the head of a paragraph. The space after it is in the text, so that it
 * is copied and read aloud; it is none of the block's.
 */
export function dateline(state: State, node: Dateline, parent: CanonicalNode): ElementContent[] {
  if (state.blockIds.has(node)) return leaf(state, node, 'p', { className: ['dateline'] })
  const content = h('span', { className: ['dateline-run-in'] }, state.all(node))
  return spaced(node, parent)
    ? [content]
    : [content, h('span', { className: ['dateline-space'] }, '　')]
}

/** Whether the text after a dateline begins with a space, or there is none. */
function spaced(node: Dateline, parent: CanonicalNode): boolean {
  const siblings: readonly CanonicalNode[] = 'children' in parent ? parent.children : []
  const next = siblings[siblings.indexOf(node) + 1]
  return next === undefined || (next.type === 'text' && /^\s/u.test(next.value))
}
