import { at } from './at.ts'
import type { Profile } from './profile.ts'

/**
 * A stretch of a profile as a graph, ready for dynamic programming. Node 0 stands for what precedes
 * the stretch, node `size + 1` for what follows it, the nodes between for its columns in order.
 */
export interface Graph {
  readonly size: number
  /** Column of each node; that of node `size + 1` is where the stretch ends; node 0 has none. */
  readonly column: Int32Array
  /** Predecessors of node v: `predecessors[first[v] … first[v + 1])`, descending. */
  readonly first: Int32Array
  readonly predecessors: Int32Array
  /** Distinct keys of node v: `keys[firstKey[v] … firstKey[v + 1])`. */
  readonly firstKey: Int32Array
  readonly keys: Int32Array
}

/**
 * Cuts the graph of the given columns out of a profile.
 *
 * An edge leads from each token of a thread to its next: a thread that has nothing in some columns
 * makes it free to skip them. A thread that begins or ends inside the stretch makes nothing free.
 *
 * @param columns ascending; columns between them that are left out count as not there
 * @param end the column after the stretch
 */
export function graphOf(profile: Profile, columns: Int32Array, end: number): Graph {
  const size = columns.length
  const threads = profile.threads
  const width = threads.length
  const start = size > 0 ? at(columns, 0) : 0
  const first = new Int32Array(size + 3)
  const firstKey = new Int32Array(size + 3)
  const predecessors = new Int32Array((size + 2) * (width + 1))
  const keys = new Int32Array((size + 2) * width)
  // The node of the latest token of each thread; -1 before the thread begins.
  const latest = threads.map((thread): number => (begunBefore(thread.columns, start) ? 0 : -1))
  let edges = 0
  let kinds = 0
  first[1] = 0
  for (let v = 1; v <= size; v++) {
    first[v] = edges
    firstKey[v] = kinds
    const from = edges
    const fromKey = kinds
    for (let t = 0; t < width; t++) {
      const thread = threads[t]
      if (thread === undefined) continue
      const token = at(thread.cells, at(columns, v - 1))
      if (token < 0) continue
      const node = latest[t] ?? -1
      if (node >= 0) edges = enter(predecessors, from, edges, node)
      kinds = enter(keys, fromKey, kinds, at(thread.keys, token))
      latest[t] = v
    }
    if (edges === from) predecessors[edges++] = v - 1
    predecessors.subarray(from, edges).sort().reverse()
  }
  first[size + 1] = edges
  firstKey[size + 1] = kinds
  const from = edges
  const last = size > 0 ? at(columns, size - 1) : -1
  for (let t = 0; t < width; t++) {
    const thread = threads[t]
    const node = latest[t] ?? -1
    if (thread === undefined || node < 0) continue
    const goesOn = thread.columns.length > 0 && at(thread.columns, thread.columns.length - 1) > last
    if (goesOn) edges = enter(predecessors, from, edges, node)
  }
  if (edges === from || last === profile.width - 1) edges = enter(predecessors, from, edges, size)
  predecessors.subarray(from, edges).sort().reverse()
  first[size + 2] = edges
  firstKey[size + 2] = kinds
  const column = new Int32Array(size + 2)
  column.set(columns, 1)
  column[size + 1] = end
  return { size, column, first, predecessors, firstKey, keys }
}

function begunBefore(columns: Int32Array, column: number): boolean {
  return columns.length > 0 && (at(columns, 0) < column || column === 0)
}

function enter(list: Int32Array, from: number, end: number, value: number): number {
  for (let i = from; i < end; i++) if (at(list, i) === value) return end
  list[end] = value
  return end + 1
}
