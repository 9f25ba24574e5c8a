import { at } from './at.ts'
import type { Profile } from './profile.ts'

/**
 * A stretch of a profile as a graph, ready for dynamic programming. Node 0 represents what precedes
 * the stretch, node `size + 1` for what follows it, the nodes between for its columns in order.
 */
export interface Graph {
  size: number
  /** Column of each node; that of node `size + 1` is where the stretch ends; node 0 has none. */
  column: Int32Array
  /** Predecessors of node v: `predecessors[first[v] … first[v + 1])`, descending. */
  first: Int32Array
  predecessors: Int32Array
  /** Distinct keys of node v: `keys[firstKey[v] … firstKey[v + 1])`. */
  firstKey: Int32Array
  keys: Int32Array
}

/** Columns `[c0, c1)`, of which those in the middle `[skip0, skip1)` are left out. */
export interface Selection {
  readonly c0: number
  readonly c1: number
  readonly skip0: number
  readonly skip1: number
}

// Hundreds of thousands of graphs are made in a run, each dropped before the next: one is reused.
const scratch: Graph = {
  size: 0,
  column: new Int32Array(0),
  first: new Int32Array(0),
  predecessors: new Int32Array(0),
  firstKey: new Int32Array(0),
  keys: new Int32Array(0),
}
let latest = new Int32Array(0)

/**
 * Cuts the graph of some columns out of a profile. It is valid until the next call.
 *
 * An edge leads from each token of a thread to its next: a thread that has nothing in some columns
 * makes it free to skip them. A thread that begins or ends inside the stretch makes nothing free.
 */
export function graphOf(profile: Profile, selection: Selection): Readonly<Graph> {
  const { c0, c1, skip0, skip1 } = selection
  const { threads } = profile
  const width = threads.length
  const graph = roomFor(c1 - c0 - (skip1 - skip0), width)
  const { size, column, first, predecessors, firstKey, keys } = graph
  for (let v = 1, c = c0; v <= size; v++, c++) {
    if (c === skip0) c = skip1
    column[v] = c
  }
  column[size + 1] = c1
  // The node of the latest token of each thread; -1 before the thread begins.
  for (let t = 0; t < width; t++) {
    const columns = threads[t]?.columns
    const begun = columns !== undefined && columns.length > 0 && (at(columns, 0) < c0 || c0 === 0)
    latest[t] = begun ? 0 : -1
  }
  let edges = 0
  let kinds = 0
  for (let v = 1; v <= size; v++) {
    first[v] = edges
    firstKey[v] = kinds
    const from = edges
    const fromKey = kinds
    for (let t = 0; t < width; t++) {
      const thread = threads[t]
      if (thread === undefined) continue
      const token = at(thread.cells, at(column, v))
      if (token < 0) continue
      if (at(latest, t) >= 0) edges = enter(predecessors, from, edges, at(latest, t))
      kinds = enter(keys, fromKey, kinds, at(thread.keys, token))
      latest[t] = v
    }
    if (edges === from) predecessors[edges++] = v - 1
    descend(predecessors, from, edges)
  }
  first[size + 1] = edges
  firstKey[size + 1] = kinds
  const from = edges
  const last = c1 - 1
  for (let t = 0; t < width; t++) {
    const columns = threads[t]?.columns
    if (columns === undefined || columns.length === 0 || at(latest, t) < 0) continue
    const goesOn = at(columns, columns.length - 1) > last
    if (goesOn) edges = enter(predecessors, from, edges, at(latest, t))
  }
  if (edges === from || c1 === profile.width) edges = enter(predecessors, from, edges, size)
  descend(predecessors, from, edges)
  first[size + 2] = edges
  firstKey[size + 2] = kinds
  return graph
}

function roomFor(size: number, width: number): Graph {
  scratch.size = size
  if (scratch.column.length < size + 3) {
    const room = Math.max(size + 3, 2 * scratch.column.length, 256)
    scratch.column = new Int32Array(room)
    scratch.first = new Int32Array(room)
    scratch.firstKey = new Int32Array(room)
  }
  if (scratch.keys.length < (size + 2) * (width + 1)) {
    const room = Math.max((size + 2) * (width + 1), 2 * scratch.keys.length, 1024)
    scratch.keys = new Int32Array(room)
    scratch.predecessors = new Int32Array(room)
  }
  if (latest.length < width) latest = new Int32Array(width * 2)
  return scratch
}

function enter(list: Int32Array, from: number, end: number, value: number): number {
  for (let i = from; i < end; i++) if (at(list, i) === value) return end
  list[end] = value
  return end + 1
}

/** Sorts a few numbers in place, greatest first. */
function descend(list: Int32Array, from: number, end: number): void {
  for (let i = from + 1; i < end; i++) {
    const value = at(list, i)
    let j = i
    for (; j > from && at(list, j - 1) < value; j--) list[j] = at(list, j - 1)
    list[j] = value
  }
}
