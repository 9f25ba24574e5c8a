import type { Dateline } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { State } from '../state.ts'
import { leaf } from './block.ts'

/** A dateline on a line of its own, or run in at the head of a paragraph. */
export function dateline(state: State, node: Dateline): ElementContent[] {
  if (state.blockIds.has(node)) return leaf(state, node, 'p', { className: ['dateline'] })
  return [h('span', { className: ['dateline-run-in'] }, state.all(node))]
}
