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
        typeof node.start === 'number' && node.start !== 1 ? { id, start: node.start } : { id },
        node.children.map((item) => h('li', state.render.flow(state, item.children as Flow[]))),
      )
    case 'table':
      return h('table', { id }, [
        ...(node.children.length === 0
          ? []
          : [h('thead', rows(state, node.children.slice(0, 1), 'th'))]),
        ...(node.children.length < 2
          ? []
          : [h('tbody', rows(state, node.children.slice(1), 'td'))]),
      ])
    default:
      return h('hr', { id })
  }
}

type Rows = Extract<MdastFlow, { type: 'table' }>['children']

function rows(state: State, nodes: Rows, name: 'th' | 'td'): Element[] {
  return nodes.map((row) =>
    h(
      'tr',
      row.children.map((cell) =>
        h(
          name,
          name === 'th' ? { scope: 'col' } : {},
          state.render.phrasing(state, cell.children as Phrasing[]),
        ),
      ),
    ),
  )
}
