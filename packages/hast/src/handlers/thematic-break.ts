import type { ThematicBreak } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { State } from '../state.ts'

export function thematicBreak(state: State, node: ThematicBreak): ElementContent[] {
  const id = state.blockIds.get(node)
  return [h('hr', id === undefined ? {} : { id })]
}
