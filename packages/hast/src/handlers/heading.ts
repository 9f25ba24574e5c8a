import type { Heading } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { State } from '../state.ts'

/** The heading of a work or section: its parts in their order. */
export function heading(state: State, node: Heading): ElementContent[] {
  return [
    h('header', { className: [node.depth === 1 ? 'work-head' : 'section-head'] }, state.all(node)),
  ]
}
