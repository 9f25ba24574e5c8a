/** A candidate pair of a sparse assignment; `gain` is what it adds over leaving both alone. */
export interface Candidate {
  readonly row: number
  readonly column: number
  readonly gain: number
}

export interface Assigned {
  readonly row: number
  readonly column: number
  readonly gain: number
  /** What the total would lose, at least, were this pair forbidden. */
  readonly margin: number
}

/**
 * The one-to-one assignment of rows to columns with the greatest total gain; any row or column may stay
 * alone at gain zero. Shortest augmenting paths over the sparse candidates (Jonker and Volgenant),
 * one row at a time; ties go to the lower column.
 */
export function assign(
  rows: number,
  columns: number,
  candidates: readonly Candidate[],
): Assigned[] {
  const edges: Candidate[][] = Array.from({ length: rows }, () => [])
  for (const candidate of candidates) if (candidate.gain > 0) edges[candidate.row]?.push(candidate)
  for (const list of edges) list.sort((a, b) => b.gain - a.gain || a.column - b.column)
  const price = new Float64Array(columns)
  const worth = new Float64Array(rows)
  const owner = new Int32Array(columns).fill(-1)
  const held = new Int32Array(rows).fill(-1)
  const matching: Matching = { edges, price, worth, owner, held }
  for (let row = 0; row < rows; row++) augment(row, matching)
  const gains = edges.map((list) => new Map(list.map((edge) => [edge.column, edge.gain])))
  const byColumn: Candidate[][] = Array.from({ length: columns }, () => [])
  for (const list of edges) for (const edge of list) byColumn[edge.column]?.push(edge)
  const found: Assigned[] = []
  for (let row = 0; row < rows; row++) {
    const column = held[row] ?? -1
    if (column < 0) continue
    const gain = gains[row]?.get(column) ?? 0
    // Complementary slackness: the best other use of the row and of the column.
    let elsewhere = 0
    for (const edge of edges[row] ?? []) {
      if (edge.column !== column)
        elsewhere = Math.max(elsewhere, edge.gain - (price[edge.column] ?? 0))
    }
    let others = 0
    for (const edge of byColumn[column] ?? []) {
      if (edge.row !== row) others = Math.max(others, edge.gain - (worth[edge.row] ?? 0))
    }
    found.push({ row, column, gain, margin: Math.max(0, gain - elsewhere - others) })
  }
  return found
}

/**
 * Rows that are in, and what holds what; -1 where nothing does. `worth` and `price` are the dual variables: for each
 * candidate worth + price >= gain, with equality on the pairs that are held.
 */
interface Matching {
  readonly edges: readonly (readonly Candidate[])[]
  readonly price: Float64Array
  readonly worth: Float64Array
  /** By column, its row. */
  readonly owner: Int32Array
  /** By row, its column. */
  readonly held: Int32Array
}

/** Brings one row in along the path of least loss. */
function augment(start: number, matching: Matching): void {
  const { edges, price, worth, owner } = matching
  worth[start] = Math.max(
    0,
    ...(edges[start] ?? []).map((edge) => edge.gain - (price[edge.column] ?? 0)),
  )
  // Distances are losses of dual slack; a path ends at a free column or at a row left alone.
  const loss = new Map<number, number>()
  const from = new Map<number, number>()
  const done = new Set<number>()
  const reached: { row: number; at: number }[] = []
  let row = start
  let at = 0
  let end: { kind: 'column' | 'row'; index: number; at: number } | null = null
  let bestRow = { row: start, at: worth[start] ?? 0 }
  for (;;) {
    reached.push({ row, at })
    const alone = at + (worth[row] ?? 0)
    if (alone < bestRow.at) bestRow = { row, at: alone }
    for (const edge of edges[row] ?? []) {
      if (done.has(edge.column)) continue
      const next = at + (worth[row] ?? 0) + (price[edge.column] ?? 0) - edge.gain
      if (next < (loss.get(edge.column) ?? Number.POSITIVE_INFINITY) - 1e-12) {
        loss.set(edge.column, next)
        from.set(edge.column, row)
      }
    }
    const { column: nearest, loss: distance } = nearestOf(loss, done)
    if (nearest < 0 || bestRow.at <= distance + 1e-12) {
      end = { kind: 'row', index: bestRow.row, at: bestRow.at }
      break
    }
    done.add(nearest)
    const holder = owner[nearest] ?? -1
    if (holder < 0) {
      end = { kind: 'column', index: nearest, at: distance }
      break
    }
    row = holder
    at = distance
  }
  for (const { row: seen, at: distance } of reached) {
    worth[seen] = (worth[seen] ?? 0) - Math.max(0, end.at - distance)
  }
  for (const column of done) {
    price[column] = (price[column] ?? 0) + Math.max(0, end.at - (loss.get(column) ?? 0))
  }
  flip(end, start, from, matching)
}

/** The column of least loss that is not done; -1 where none is left. */
function nearestOf(
  losses: ReadonlyMap<number, number>,
  done: ReadonlySet<number>,
): { readonly column: number; readonly loss: number } {
  let [column, loss] = [-1, Number.POSITIVE_INFINITY]
  for (const [other, value] of losses) {
    if (done.has(other)) continue
    if (value < loss - 1e-12 || (Math.abs(value - loss) <= 1e-12 && other < column))
      [column, loss] = [other, value]
  }
  return { column, loss }
}

/** Exchanges held and free pairs along the path. */
function flip(
  end: { kind: 'column' | 'row'; index: number },
  start: number,
  from: ReadonlyMap<number, number>,
  { owner, held }: Matching,
): void {
  let column: number
  if (end.kind === 'column') column = end.index
  else {
    if (end.index === start) return
    column = held[end.index] ?? -1
    held[end.index] = -1
  }
  while (column >= 0) {
    const row = from.get(column) ?? start
    const next = row === start ? -1 : (held[row] ?? -1)
    owner[column] = row
    held[row] = column
    column = next
  }
}
