import { type AlignmentTable, type ColumnReading, keyOf, readingsIn, writtenOf } from './table.ts'

/** A place in the variant graph: a reading, or the beginning or end of all. */
export interface GraphNode {
  readonly text: string
  /** Number of the column, from 1; 0 at the beginning. */
  readonly rank: number
  /** Which of the readings of its column it is, from 0. */
  readonly row: number
}

/** A way from one reading to the next, with the witnesses that take it; or the same text in two places. */
export interface GraphEdge {
  /** Indexes of nodes. */
  readonly from: number
  readonly to: number
  readonly type: 'path' | 'transposition'
  readonly sigla: readonly string[]
}

/** The variant graph: each witness is one way through it. */
export interface VariantGraph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

/** The variant graph of an alignment table. */
export function graphOf({ sigla, columns }: AlignmentTable): VariantGraph {
  const nodes: GraphNode[] = [{ text: '', rank: 0, row: 0 }]
  const ways = new Map<string, { from: number; to: number; sigla: string[] }>()
  const last = sigla.map(() => 0)
  const go = (w: number, to: number): void => {
    const from = last[w] ?? 0
    const way = ways.get(`${from} ${to}`) ?? { from, to, sigla: [] }
    way.sigla.push(sigla[w] ?? '')
    ways.set(`${from} ${to}`, way)
    last[w] = to
  }
  const moved = new Map<string, number[]>()
  for (const [c, column] of columns.entries()) {
    for (const [row, { tokens, witnesses }] of readingsIn(column, keyOf).entries()) {
      const index = nodes.push({ text: writtenOf(tokens), rank: c + 1, row }) - 1
      for (const w of witnesses) go(w, index)
      if (column.transposition === undefined) continue
      const key = `${column.transposition} ${keyOf(tokens)}`
      moved.set(key, [...(moved.get(key) ?? []), index])
    }
  }
  const end = nodes.push({ text: '', rank: columns.length + 1, row: 0 }) - 1
  for (const w of sigla.keys()) go(w, end)
  const paths = [...ways.values()].map((way): GraphEdge => ({ ...way, type: 'path' }))
  const twins = [...moved.values()].flatMap((places) =>
    places
      .slice(1)
      .map((to, i): GraphEdge => ({ from: places[i] ?? to, to, type: 'transposition', sigla: [] })),
  )
  return { nodes, edges: [...paths, ...twins].sort((a, b) => a.from - b.from || a.to - b.to) }
}

/** For the writers of tables: the sigla of a reading. */
export const siglaOf = ({ sigla }: AlignmentTable, { witnesses }: ColumnReading): string[] =>
  witnesses.map((w) => sigla[w] ?? '')
