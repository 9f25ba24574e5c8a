import { at } from './at.ts'
import type { Graph } from './graph.ts'
import { before } from './profile.ts'
import { GAP_EXTEND, GAP_OPEN_AT_EDGE, GAP_OPEN_DOUBLED, type Substitution } from './scoring.ts'

/** A cost above every real one, which doubled still fits 31 bits. */
const NEVER = 0x3fffffff
/** The three states of an alignment with affine gaps (Gotoh 1982): a pair, a column skipped, a token added. */
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
  /** For each token and one more, the length of the repetition that ends before it, or 0. */
  readonly doubledTokens?: Int32Array | undefined
  /** For each node the one before the repetition that ends with it, or -1, and its length. */
  readonly doubledNodes?: DoubledNodes | undefined
}

export interface DoubledNodes {
  readonly from: Int32Array
  readonly length: Int32Array
}

let pair = new Int32Array(0)
let skip = new Int32Array(0)
let extra = new Int32Array(0)
/** The least of the three. */
let least = new Int32Array(0)
/** By token: what it costs in the column at hand. */
let price = new Int32Array(0)

/**
 * Aligns tokens to a graph exactly: least cost with affine gaps (Gotoh 1982), over a partial order
 * (Lee, Grasso and Sharlow 2002). Writes the place of each token into `places`.
 *
 * Where several alignments cost the same, gaps are placed as far to the right as they can be, what the
 * witness adds after what it lacks.
 */
export function alignAffine(problem: AffineProblem, places: Int32Array): void {
  const { graph, open, doubledNodes, doubledTokens } = problem
  const [p0, p1] = problem.tokens
  const length = p1 - p0
  const row = length + 1
  const { size, first, predecessors } = graph
  const cells = (size + 1) * row
  if (least.length < cells) {
    const room = Math.max(cells, least.length * 2, 4096)
    pair = new Int32Array(room)
    skip = new Int32Array(room)
    extra = new Int32Array(room)
    least = new Int32Array(room)
  }
  if (price.length < row) price = new Int32Array(2 * row)
  const endFirst = at(first, size + 1)
  const endLast = at(first, size + 2)
  const isLast = (v: number): boolean => {
    for (let e = endFirst; e < endLast; e++) if (at(predecessors, e) === v) return true
    return false
  }
  const edge = Math.min(open, GAP_OPEN_AT_EDGE)
  const opening = {
    first: problem.freeStart ? edge : open,
    within: open,
    last: problem.freeEnd ? edge : open,
  }
  pair.fill(NEVER, 0, row)
  skip.fill(NEVER, 0, row)
  pair[0] = 0
  for (let v = 0; v <= size; v++) {
    const base = v * row
    if (v > 0) {
      priceColumn(problem, v)
      pair.fill(NEVER, base, base + row)
      skip.fill(NEVER, base, base + row)
      for (let e = at(first, v); e < at(first, v + 1); e++) {
        descendFrom(at(predecessors, e) * row, base, length, opening)
      }
      for (let j = 1; j <= length; j++) pair[base + j] = at(pair, base + j) + at(price, j)
      if (doubledNodes !== undefined && at(doubledNodes.from, v) >= 0) {
        skipDoubled(at(doubledNodes.from, v) * row, base, length, at(doubledNodes.length, v))
      }
    }
    const free = (problem.freeStart && v === 0) || (problem.freeEnd && isLast(v))
    settle(base, length, free ? edge : open, doubledTokens)
  }
  trace(problem, places, isLast)
}

/** What it costs to begin leaving out columns before the first token, between tokens, after the last. */
interface Opening {
  readonly first: number
  readonly within: number
  readonly last: number
}

/** Takes over what it costs to come to a row from one before it; pairs without their own price. */
function descendFrom(from: number, base: number, length: number, opening: Opening): void {
  const { first: openFirst, within: open, last: openLast } = opening
  const [pairs, skips, leasts] = [pair, skip, least]
  for (let j = 0; j <= length; j++) {
    const here = base + j
    const before = from + j
    const opened = at(leasts, before) + (j === 0 ? openFirst : j === length ? openLast : open)
    const onward = at(skips, before)
    const skipped = (onward < opened ? onward : opened) + GAP_EXTEND
    if (skipped < at(skips, here)) skips[here] = skipped
    if (j === 0) continue
    const prior = at(leasts, before - 1)
    if (prior < at(pairs, here)) pairs[here] = prior
  }
}

/** Leaves out the columns of a repetition. */
function skipDoubled(from: number, base: number, length: number, doubled: number): void {
  const cost = GAP_OPEN_DOUBLED + doubled * GAP_EXTEND
  for (let j = 0; j <= length; j++) {
    const skipped = at(least, from + j) + cost
    if (skipped < at(skip, base + j)) skip[base + j] = skipped
  }
}

/** Completes a row whose pairs and skipped columns are known. */
function settle(
  base: number,
  length: number,
  openExtra: number,
  doubled: Int32Array | undefined,
): void {
  const [pairs, skips, extras, leasts] = [pair, skip, extra, least]
  let added = NEVER
  let before = NEVER
  for (let here = base; here <= base + length; here++) {
    const opened = before + openExtra
    added = (added < opened ? added : opened) + GAP_EXTEND
    if (here === base) added = NEVER
    const repeated = doubled === undefined ? 0 : at(doubled, here - base)
    if (repeated > 0) {
      const again = at(leasts, here - repeated) + GAP_OPEN_DOUBLED + repeated * GAP_EXTEND
      if (again < added) added = again
    }
    extras[here] = added
    const paired = at(pairs, here)
    const skipped = at(skips, here)
    before = paired < skipped ? paired : skipped
    if (added < before) before = added
    leasts[here] = before
  }
}

/** Writes what each token costs in a column. */
function priceColumn({ graph, keys, tokens, substitution }: AffineProblem, v: number): void {
  const [p0, p1] = tokens
  const from = at(graph.firstKey, v)
  const to = at(graph.firstKey, v + 1)
  for (let j = 1; j <= p1 - p0; j++) {
    price[j] = columnCost(graph, from, to, at(keys, p0 + j - 1), substitution)
  }
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

/** Where the way back stands: a node, the number of tokens before it, and how it came there. */
interface Cursor {
  v: number
  j: number
  state: typeof PAIR | typeof SKIP | typeof EXTRA
}

/** What the way back goes by. */
interface Trail extends AffineProblem {
  readonly places: Int32Array
  readonly isLast: (v: number) => boolean
  readonly length: number
  readonly row: number
  /** Cost of opening a gap at a free end. */
  readonly edge: number
}

/** Walks back from the end along least costs. */
function trace(problem: AffineProblem, places: Int32Array, isLast: (v: number) => boolean): void {
  const [p0, p1] = problem.tokens
  const length = p1 - p0
  const edge = Math.min(problem.open, GAP_OPEN_AT_EDGE)
  const trail: Trail = { ...problem, places, isLast, length, row: length + 1, edge }
  const { size, first, predecessors } = problem.graph
  let v = at(predecessors, at(first, size + 1))
  for (let e = at(first, size + 1); e < at(first, size + 2); e++) {
    const other = at(predecessors, e)
    if (at(least, other * trail.row + length) < at(least, v * trail.row + length)) v = other
  }
  const cursor: Cursor = { v, j: length, state: stateAt(v * trail.row + length) }
  while (cursor.v > 0 || cursor.j > 0) {
    if (cursor.state === EXTRA) backOverExtra(trail, cursor)
    else if (cursor.state === SKIP) backOverSkip(trail, cursor)
    else backOverPair(trail, cursor)
  }
}

function stateAt(cell: number): Cursor['state'] {
  const cost = at(least, cell)
  if (at(extra, cell) === cost) return EXTRA
  return at(skip, cell) === cost ? SKIP : PAIR
}

function backOverExtra(trail: Trail, cursor: Cursor): void {
  const { places, row, edge, open, freeStart, freeEnd, doubledTokens } = trail
  const [p0] = trail.tokens
  const { v, j } = cursor
  const place = before(at(trail.graph.column, v + 1))
  places[p0 + j - 1] = place
  const opening = (freeStart && v === 0) || (freeEnd && trail.isLast(v)) ? edge : open
  const back = v * row + j - 1
  const prior = at(extra, back + 1) - GAP_EXTEND
  cursor.j = j - 1
  if (at(extra, back) === prior) return
  if (at(skip, back) + opening === prior) cursor.state = SKIP
  else if (at(pair, back) + opening === prior) cursor.state = PAIR
  else {
    const repeated = doubledTokens === undefined ? 0 : at(doubledTokens, j)
    if (repeated === 0) throw new Error('alignment lost its way in an addition')
    for (let k = 2; k <= repeated; k++) places[p0 + j - k] = place
    cursor.j = j - repeated
    cursor.state = stateAt(v * row + cursor.j)
  }
}

function backOverSkip(trail: Trail, cursor: Cursor): void {
  const { row, length, edge, open, freeStart, freeEnd, doubledNodes } = trail
  const { first, predecessors } = trail.graph
  const { v, j } = cursor
  const opening = (freeStart && j === 0) || (freeEnd && j === length) ? edge : open
  const prior = at(skip, v * row + j) - GAP_EXTEND
  for (let e = at(first, v); e < at(first, v + 1); e++) {
    const other = at(predecessors, e)
    const back = other * row + j
    if (at(skip, back) === prior) cursor.state = SKIP
    else if (at(extra, back) + opening === prior) cursor.state = EXTRA
    else if (at(pair, back) + opening === prior) cursor.state = PAIR
    else continue
    cursor.v = other
    return
  }
  const start = doubledNodes === undefined ? -1 : at(doubledNodes.from, v)
  if (start < 0) throw new Error('alignment lost its way in a gap')
  cursor.v = start
  cursor.state = stateAt(start * row + j)
}

function backOverPair(trail: Trail, cursor: Cursor): void {
  const { graph, keys, places, row, substitution } = trail
  const { first, predecessors, firstKey, column } = graph
  const [p0] = trail.tokens
  const { v, j } = cursor
  const [from, to] = [at(firstKey, v), at(firstKey, v + 1)]
  const prior =
    at(pair, v * row + j) - columnCost(graph, from, to, at(keys, p0 + j - 1), substitution)
  places[p0 + j - 1] = at(column, v)
  for (let e = at(first, v); e < at(first, v + 1); e++) {
    const other = at(predecessors, e)
    if (at(least, other * row + j - 1) !== prior) continue
    cursor.v = other
    cursor.j = j - 1
    cursor.state = stateAt(other * row + j - 1)
    return
  }
  throw new Error('alignment lost its way in a pair')
}
