import type { Element } from 'xast'
import { x } from 'xastscript'
import { type GraphEdge, type GraphNode, graphOf } from './graph.ts'
import type { AlignmentTable } from './table.ts'

/** Sizes in pixels: of type, between columns, between readings, around all. */
const [TYPE, COLUMN_GAP, ROW_HEIGHT, MARGIN] = [14, 56, 64, 32]

/** Width of a text in pixels: Han and other wide signs take the size of the type, others six tenths of it. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, sign) => sum + (/[\u2e80-\u{3ffff}\uff00-\uffef]/u.test(sign) ? TYPE : TYPE * 0.6),
    0,
  )

/** A node with its place in the drawing. */
interface Placed extends GraphNode {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** The variant graph as a drawing: columns from left to right, the readings of each from top to bottom. */
export function svgOf(table: AlignmentTable): Element {
  const { nodes, edges } = graphOf(table)
  const placed = place(nodes)
  const width = Math.max(...placed.map((node) => node.x + node.width)) + MARGIN
  const height = Math.max(...placed.map((node) => node.y)) + ROW_HEIGHT
  return x(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-size': TYPE,
      'font-family': 'sans-serif',
    },
    [
      x('title', table.sigla.join(', ')),
      ...edges.flatMap((edge) => edgeOf(edge, placed)),
      ...placed.map(nodeOf),
    ],
  )
}

function place(nodes: readonly GraphNode[]): Placed[] {
  const widths = nodes.map(({ text }) => (text === '' ? TYPE : Math.round(widthOf(text)) + TYPE))
  const ranks = new Map<number, number>()
  for (const [i, { rank }] of nodes.entries())
    ranks.set(rank, Math.max(ranks.get(rank) ?? 0, widths[i] ?? 0))
  const starts = new Map<number, number>()
  let at = MARGIN
  for (const [rank, width] of [...ranks].sort(([a], [b]) => a - b)) {
    starts.set(rank, at)
    at += width + COLUMN_GAP
  }
  return nodes.map((node, i) => ({
    ...node,
    x: starts.get(node.rank) ?? 0,
    y: MARGIN + node.row * ROW_HEIGHT,
    width: widths[i] ?? 0,
  }))
}

const nodeOf = ({ text, x: left, y, width }: Placed): Element =>
  x('g', [
    x('rect', {
      x: left,
      y: y - TYPE,
      width,
      height: TYPE * 2,
      rx: 6,
      fill: '#fff',
      stroke: '#333',
    }),
    ...(text === ''
      ? []
      : [x('text', { x: left + width / 2, y: y + TYPE * 0.35, 'text-anchor': 'middle' }, [text])]),
  ])

/** A line with the witnesses that go along it; places of one moved text are joined by dashes. */
function edgeOf({ from, to, type, sigla }: GraphEdge, nodes: readonly Placed[]): Element[] {
  const [a, b] = [nodes[from], nodes[to]]
  if (a === undefined || b === undefined) return []
  const [x1, x2] = [a.x + a.width, b.x]
  // A way that passes over a column bends around what stands there.
  const bend = b.rank - a.rank > 1 ? ROW_HEIGHT * 0.6 : 0
  const middle = (x1 + x2) / 2
  const d = `M${x1} ${a.y} C${middle} ${a.y + bend} ${middle} ${b.y + bend} ${x2} ${b.y}`
  const dashes = type === 'transposition' ? { 'stroke-dasharray': '4 3' } : {}
  const label = x(
    'text',
    {
      x: middle,
      y: (a.y + b.y) / 2 + bend * 0.75 - 4,
      'text-anchor': 'middle',
      'font-size': TYPE * 0.75,
    },
    [sigla.join(', ')],
  )
  return [
    x('path', { d, fill: 'none', stroke: '#777', ...dashes }),
    ...(sigla.length === 0 ? [] : [label]),
  ]
}
