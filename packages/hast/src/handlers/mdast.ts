import type { Flow, MdastFlow, Phrasing } from '@huijiao/ast'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { beginBlock } from '../page-break.ts'
import type { State } from '../state.ts'

/** Blocks that are mdast's own: quotation, list, table, rule. Each counts as one block. */
export function mdastFlow(state: State, node: MdastFlow): Element {
  const id = state.blockIds.get(node) ?? ''
  const breaks = beginBlock(state, id)
  switch (node.type) {
    case 'blockquote':
      return h('blockquote', { id }, [
        ...breaks,
        ...state.render.flow(state, node.children as Flow[]),
      ])
    case 'list':
      return h(
        node.ordered === true ? 'ol' : 'ul',
        { id },
        node.children.map((item) => h('li', state.render.flow(state, item.children as Flow[]))),
      )
    case 'table':
      return h('table', { id }, [
        h(
          'tbody',
          node.children.map((row, r) =>
            h(
              'tr',
              row.children.map((cell) =>
                h(r === 0 ? 'th' : 'td', state.render.phrasing(state, cell.children as Phrasing[])),
              ),
            ),
          ),
        ),
      ])
    default:
      return h('hr', { id })
  }
}
