import type { Stage } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { State } from '../state.ts'
import { leaf } from './block.ts'

/** A stage direction on a line of its own, or within a speech. */
export function stage(state: State, node: Stage): ElementContent[] {
  if (state.blockIds.has(node)) return leaf(state, node, 'p', { className: ['stage'] })
  return [h('span', { className: ['stage-run-in'] }, state.all(node))]
}
