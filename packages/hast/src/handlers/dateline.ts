import type { Dateline } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { State } from '../state.ts'

/** A dateline run in at the head of a paragraph. */
export function dateline(state: State, node: Dateline): ElementContent[] {
  return [
    h('span', { className: ['dateline-run-in'] }, state.render.phrasing(state, node.children)),
  ]
}
