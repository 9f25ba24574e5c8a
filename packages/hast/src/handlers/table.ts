import type { CanonicalNode, Table, TableCell, TableRow } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { beginBlock, write } from '../page-break.ts'
import type { State } from '../state.ts'

/** A table, its first row the head. */
export function table(state: State, node: Table): ElementContent[] {
  const [head, ...rows] = state.all(node)
  return [
    h('table', [
      ...(head === undefined ? [] : [h('thead', [head])]),
      ...(rows.length === 0 ? [] : [h('tbody', rows)]),
    ]),
  ]
}

/** A row is a block: a page that begins at it is marked in its first cell, where text is allowed. */
export function tableRow(state: State, node: TableRow, parent: CanonicalNode): ElementContent[] {
  const id = state.blockIds.get(node)
  const begin = beginBlock(state, id ?? '')
  const isHead = parent.type === 'table' && parent.children[0] === node
  const cells = node.children.map((cell, i) => {
    // The tab between cells counts in the block's text, and is not shown.
    if (i > 0) write(state, '\t')
    const content = state.one(cell, node)
    return h(isHead ? 'th' : 'td', isHead ? { scope: 'col' } : {}, [
      ...(i === 0 ? begin : []),
      ...content,
    ])
  })
  return [h('tr', id === undefined ? {} : { id }, cells)]
}

/** Content of a cell; whether it heads a column is known to its row. */
export const tableCell = (state: State, node: TableCell): ElementContent[] => state.all(node)
