import type { Heading } from '@huijiao/ast'
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { State } from '../state.ts'
import { byline, datelineBlock, subtitle, title } from './block.ts'

/** The heading of a work or section: its parts in their order. */
export function heading(state: State, node: Heading): Element {
  return h(
    'header',
    { className: [node.depth === 1 ? 'work-head' : 'section-head'] },
    node.children.map((part) => {
      switch (part.type) {
        case 'subtitle':
          return subtitle(state, part)
        case 'byline':
          return byline(state, part)
        case 'dateline':
          return datelineBlock(state, part)
        default:
          return title(state, part, node.depth)
      }
    }),
  )
}
