import type { List, ListItem } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { State } from '../state.ts'

/** A list; where the items have marks of their own, it adds none. */
export function list(state: State, node: List): ElementContent[] {
  const marked = node.marked === true
  const start = typeof node.start === 'number' && node.start !== 1 ? { start: node.start } : {}
  return [
    h(
      node.ordered === true && !marked ? 'ol' : 'ul',
      { ...(marked ? { className: ['marked'] } : {}), ...(node.ordered === true ? start : {}) },
      state.all(node),
    ),
  ]
}

export const listItem = (state: State, node: ListItem): ElementContent[] => [
  h('li', state.all(node)),
]
