import { at } from './at.ts'
import type { Matches } from './matches.ts'
import { firstAtOrAfter } from './seeds.ts'

/** The frame a chain runs in: half-open columns and tokens, and whether it is tied to each end. */
export interface Frame {
  readonly columns: readonly [start: number, end: number]
  readonly tokens: readonly [start: number, end: number]
  readonly tiedStart: boolean
  readonly tiedEnd: boolean
  /** Position of each column for telling diagonals; ascending. */
  readonly ranks: Int32Array
}

export interface Chain {
  readonly chosen: Int32Array
  readonly worth: number
}

/**
 * Chooses the matches that run in order through both sides: the heaviest chain, where each match
 * weighs `gain` and each change of diagonal costs `penalty`. So two runs that compete are decided by
 * their length, and a stray match between unrelated passages is not worth its two changes.
 *
 * A longest increasing subsequence with one more way to continue, on the same diagonal; the best way
 * to change diagonals comes from a Fenwick tree of prefix maxima. O(n log n).
 *
 * @returns indexes of the chosen matches, ascending, and what the chain is worth
 */
export function chain(matches: Matches, frame: Frame, gain: number, penalty: number): Chain {
  const grid = gridOf(matches, frame)
  const sweep = new Sweep(matches, grid, gain, penalty)
  for (let first = 0; first < matches.count; ) {
    let last = first
    while (last < matches.count && at(matches.tokens, last) === at(matches.tokens, first)) last++
    // Matches of one token cannot follow each other: all are scored before any is entered.
    for (let i = first; i < last; i++) sweep.score(i)
    for (let i = first; i < last; i++) sweep.enter(i)
    first = last
  }
  return sweep.best()
}

/** Where matches stand to each other. Only columns and diagonals that occur have a place. */
interface Grid {
  /** Number of columns that occur. */
  readonly width: number
  /** By match. */
  readonly columns: Int32Array
  readonly diagonals: Int32Array
  /** Number of diagonals that occur. */
  readonly lanes: number
  /** Whether a chain that begins, or ends, with a match leaves the diagonal of a tied end of the frame. */
  readonly leavesStart: (match: number) => boolean
  readonly leavesEnd: (match: number) => boolean
}

function gridOf({ count, tokens, columns }: Matches, frame: Frame): Grid {
  const [c0, c1] = frame.columns
  const [p0, p1] = frame.tokens
  const { ranks } = frame
  const startDiagonal = p1 - p0
  const rank0 = c0 > 0 ? at(ranks, c0 - 1) : -1
  // A pair's rank counts from the pair before the frame, so the first pair has diagonal 0.
  const raw = new Int32Array(count)
  for (let i = 0; i < count; i++)
    raw[i] = at(ranks, at(columns, i)) - rank0 - 1 - (at(tokens, i) - p0) + startDiagonal
  const endDiagonal = (c1 < ranks.length ? at(ranks, c1) : at(ranks, c1 - 1) + 1) - rank0 - 1
  const columnPlaces = new Int32Array(count)
  const width = number(columns.subarray(0, count), columnPlaces)
  const diagonals = new Int32Array(count)
  const lanes = number(raw, diagonals)
  return {
    width,
    columns: columnPlaces,
    diagonals,
    lanes,
    leavesStart: (i) => frame.tiedStart && at(raw, i) !== startDiagonal,
    leavesEnd: (i) => frame.tiedEnd && at(raw, i) !== endDiagonal,
  }
}

/** The matches scored so far, by token: the best chain that ends with each. */
class Sweep {
  private readonly scores: Int32Array
  private readonly previous: Int32Array
  /** Fenwick tree of the best score in columns up to one, and the match that has it. */
  private readonly tree: Int32Array
  private readonly treeAt: Int32Array
  /** By diagonal: the best match on it. */
  private readonly lanes: Int32Array

  private readonly grid: Grid
  private readonly gain: number
  private readonly penalty: number

  constructor(matches: Matches, grid: Grid, gain: number, penalty: number) {
    this.grid = grid
    this.gain = gain
    this.penalty = penalty
    this.scores = new Int32Array(matches.count)
    this.previous = new Int32Array(matches.count).fill(-1)
    this.tree = new Int32Array(grid.width + 1)
    this.treeAt = new Int32Array(grid.width + 1).fill(-1)
    this.lanes = new Int32Array(grid.lanes).fill(-1)
  }

  score(i: number): void {
    const { grid, penalty, scores, tree } = this
    let best = grid.leavesStart(i) ? -penalty : 0
    let from = -1
    let top = 0
    for (let node = at(grid.columns, i); node > 0; node -= node & -node) {
      if (at(tree, node) > top) {
        top = at(tree, node)
        from = at(this.treeAt, node)
      }
    }
    if (top - penalty > best) best = top - penalty
    else from = -1
    const along = at(this.lanes, at(grid.diagonals, i))
    if (along >= 0 && at(scores, along) >= best) {
      best = at(scores, along)
      from = along
    }
    scores[i] = best + this.gain
    this.previous[i] = from
  }

  enter(i: number): void {
    const { grid, tree, lanes } = this
    const value = at(this.scores, i)
    for (let node = at(grid.columns, i) + 1; node <= grid.width; node += node & -node) {
      if (value > at(tree, node)) {
        tree[node] = value
        this.treeAt[node] = i
      }
    }
    const diagonal = at(grid.diagonals, i)
    const along = at(lanes, diagonal)
    if (along < 0 || value > at(this.scores, along)) lanes[diagonal] = i
  }

  best(): Chain {
    let worth = 0
    let end = -1
    for (let i = 0; i < this.scores.length; i++) {
      const value = at(this.scores, i) - (this.grid.leavesEnd(i) ? this.penalty : 0)
      if (value > worth) {
        worth = value
        end = i
      }
    }
    let length = 0
    for (let i = end; i >= 0; i = at(this.previous, i)) length++
    const chosen = new Int32Array(length)
    for (let i = end; i >= 0; i = at(this.previous, i)) chosen[--length] = i
    return { chosen, worth }
  }
}

/** Writes the rank of each value among the distinct ones; returns how many these are. */
function number(values: Int32Array, ranks: Int32Array): number {
  const sorted = values.slice().sort()
  let distinct = 0
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || at(sorted, i) !== at(sorted, i - 1)) sorted[distinct++] = at(sorted, i)
  }
  const list = sorted.subarray(0, distinct)
  for (let i = 0; i < values.length; i++) ranks[i] = firstAtOrAfter(list, at(values, i))
  return distinct
}
