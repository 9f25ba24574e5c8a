import { at } from './at.ts'
import type { Graph } from './graph.ts'
import { before } from './profile.ts'
import { GAP_EXTEND, GAP_OPEN_AT_EDGE, type Substitution } from './scoring.ts'

const NEVER = 0x3fffffff
const PAIR = 0
const SKIP = 1
const EXTRA = 2

export interface AffineProblem {
  readonly graph: Graph
  readonly keys: Int32Array
  /** Half-open range of tokens. */
  readonly tokens: readonly [start: number, end: number]
  /** Cost of opening a gap here. */
  readonly open: number
  /** A gap that touches the beginning (the end) of the stretch costs less to open. */
  readonly freeStart: boolean
  readonly freeEnd: boolean
  readonly substitution: Substitution
}

let pair = new Int32Array(0)
let skip = new Int32Array(0)
let extra = new Int32Array(0)

/**
 * Aligns tokens to a graph exactly: least cost with affine gaps (Gotoh 1982), over a partial order
 * (Lee, Grasso and Sharlow 2002). Writes the place of each token into `places`.
 *
 * Where several alignments cost the same, gaps stand as far to the right as they can, what the
 * witness adds after what it lacks.
 */
export function alignAffine(problem: AffineProblem, places: Int32Array): void {
  const { graph, keys, open, substitution } = problem
  const [p0, p1] = problem.tokens
  const length = p1 - p0
  const row = length + 1
  const { size, first, predecessors, firstKey } = graph
  const cells = (size + 1) * row
  if (pair.length < cells) {
    const room = Math.max(cells, pair.length * 2, 4096)
    pair = new Int32Array(room)
    skip = new Int32Array(room)
    extra = new Int32Array(room)
  }
  const endFirst = at(first, size + 1)
  const endLast = at(first, size + 2)
  const isLast = (v: number): boolean => {
    for (let e = endFirst; e < endLast; e++) if (at(predecessors, e) === v) return true
    return false
  }
  for (let v = 0; v <= size; v++) {
    const base = v * row
    const from = v === 0 ? 0 : at(first, v)
    const to = v === 0 ? 0 : at(first, v + 1)
    const k0 = v === 0 ? 0 : at(firstKey, v)
    const k1 = v === 0 ? 0 : at(firstKey, v + 1)
    const openExtra =
      (problem.freeStart && v === 0) || (problem.freeEnd && isLast(v)) ? GAP_OPEN_AT_EDGE : open
    for (let j = 0; j <= length; j++) {
      let paired = v === 0 && j === 0 ? 0 : NEVER
      let skipped = NEVER
      const openSkip =
        (problem.freeStart && j === 0) || (problem.freeEnd && j === length)
          ? GAP_OPEN_AT_EDGE
          : open
      let cost = -1
      for (let e = from; e < to; e++) {
        const other = at(predecessors, e) * row + j
        const besides = Math.min(at(pair, other), at(extra, other)) + openSkip
        const onward = Math.min(besides, at(skip, other)) + GAP_EXTEND
        if (onward < skipped) skipped = onward
        if (j === 0) continue
        const prior = Math.min(at(pair, other - 1), at(skip, other - 1), at(extra, other - 1))
        if (prior >= paired) continue
        if (cost < 0) cost = columnCost(graph, k0, k1, at(keys, p0 + j - 1), substitution)
        if (prior + cost < paired) paired = prior + cost
      }
      const here = base + j
      pair[here] = paired
      skip[here] = skipped
      extra[here] =
        j === 0
          ? NEVER
          : Math.min(
              Math.min(at(pair, here - 1), at(skip, here - 1)) + openExtra,
              at(extra, here - 1),
            ) + GAP_EXTEND
    }
  }
  trace(problem, places, isLast)
}

function columnCost(
  graph: Graph,
  from: number,
  to: number,
  key: number,
  substitution: Substitution,
): number {
  let least = NEVER
  for (let k = from; k < to; k++) {
    const other = at(graph.keys, k)
    if (other === key) return 0
    const cost = substitution(other, key)
    if (cost < least) least = cost
  }
  return least
}

/** Walks back from the end along least costs. */
function trace(problem: AffineProblem, places: Int32Array, isLast: (v: number) => boolean): void {
  const { graph, keys, open, substitution } = problem
  const [p0, p1] = problem.tokens
  const length = p1 - p0
  const row = length + 1
  const { size, first, predecessors, firstKey, column } = graph
  const least = (cell: number): number => Math.min(at(pair, cell), at(skip, cell), at(extra, cell))
  const stateAt = (cell: number): number => {
    const cost = least(cell)
    if (at(extra, cell) === cost) return EXTRA
    return at(skip, cell) === cost ? SKIP : PAIR
  }
  let j = length
  let v = at(predecessors, at(first, size + 1))
  for (let e = at(first, size + 1); e < at(first, size + 2); e++) {
    const other = at(predecessors, e)
    if (least(other * row + j) < least(v * row + j)) v = other
  }
  let state = stateAt(v * row + j)
  while (v > 0 || j > 0) {
    const cell = v * row + j
    if (state === EXTRA) {
      places[p0 + j - 1] = before(at(column, v + 1))
      const openExtra =
        (problem.freeStart && v === 0) || (problem.freeEnd && isLast(v)) ? GAP_OPEN_AT_EDGE : open
      const prior = at(extra, cell) - GAP_EXTEND
      j--
      const back = v * row + j
      if (at(extra, back) !== prior) {
        state = at(skip, back) + openExtra === prior ? SKIP : PAIR
      }
      continue
    }
    const from = at(first, v)
    const to = at(first, v + 1)
    if (state === SKIP) {
      const openSkip =
        (problem.freeStart && j === 0) || (problem.freeEnd && j === length)
          ? GAP_OPEN_AT_EDGE
          : open
      const prior = at(skip, cell) - GAP_EXTEND
      let chosen = -1
      for (let e = from; e < to && chosen < 0; e++) {
        const other = at(predecessors, e)
        const back = other * row + j
        if (at(skip, back) === prior) state = SKIP
        else if (at(extra, back) + openSkip === prior) state = EXTRA
        else if (at(pair, back) + openSkip === prior) state = PAIR
        else continue
        chosen = other
      }
      if (chosen < 0) throw new Error('alignment lost its way in a gap')
      v = chosen
      continue
    }
    const cost = columnCost(
      graph,
      at(firstKey, v),
      at(firstKey, v + 1),
      at(keys, p0 + j - 1),
      substitution,
    )
    const prior = at(pair, cell) - cost
    places[p0 + j - 1] = at(column, v)
    let chosen = -1
    for (let e = from; e < to && chosen < 0; e++) {
      const other = at(predecessors, e)
      if (least(other * row + j - 1) === prior) chosen = other
    }
    if (chosen < 0) throw new Error('alignment lost its way in a pair')
    v = chosen
    j--
    state = stateAt(v * row + j)
  }
}
