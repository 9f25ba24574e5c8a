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
  const { count, tokens, columns } = matches
  const [c0, c1] = frame.columns
  const [p0, p1] = frame.tokens
  const score = new Int32Array(count)
  const previous = new Int32Array(count).fill(-1)
  const startDiagonal = p1 - p0
  const { ranks } = frame
  const rank0 = c0 > 0 ? at(ranks, c0 - 1) : -1
  // A pair's rank counts from the pair before the frame, so the first pair has diagonal 0.
  const diagonalOf = (i: number): number =>
    at(ranks, at(columns, i)) - rank0 - 1 - (at(tokens, i) - p0) + startDiagonal
  const endDiagonal = (c1 < ranks.length ? at(ranks, c1) : at(ranks, c1 - 1) + 1) - rank0 - 1
  // Only columns and diagonals that occur have a place.
  const columnPlaces = new Int32Array(count)
  const width = number(columns.subarray(0, count), columnPlaces)
  const diagonalPlaces = new Int32Array(count)
  for (let i = 0; i < count; i++) diagonalPlaces[i] = diagonalOf(i)
  const diagonals = new Int32Array(number(diagonalPlaces, diagonalPlaces)).fill(-1)
  const tree = new Int32Array(width + 1)
  const treeAt = new Int32Array(width + 1).fill(-1)
  for (let first = 0; first < count; ) {
    let last = first
    while (last < count && at(tokens, last) === at(tokens, first)) last++
    for (let i = first; i < last; i++) {
      const column = at(columnPlaces, i)
      const diagonal = at(diagonalPlaces, i)
      let best = frame.tiedStart && diagonalOf(i) !== startDiagonal ? -penalty : 0
      let from = -1
      let top = 0
      for (let node = column; node > 0; node -= node & -node) {
        if (at(tree, node) > top) {
          top = at(tree, node)
          from = at(treeAt, node)
        }
      }
      if (top - penalty > best) best = top - penalty
      else from = -1
      const along = at(diagonals, diagonal)
      if (along >= 0 && at(score, along) >= best) {
        best = at(score, along)
        from = along
      }
      score[i] = best + gain
      previous[i] = from
    }
    for (let i = first; i < last; i++) {
      const column = at(columnPlaces, i)
      const diagonal = at(diagonalPlaces, i)
      const value = at(score, i)
      for (let node = column + 1; node <= width; node += node & -node) {
        if (value > at(tree, node)) {
          tree[node] = value
          treeAt[node] = i
        }
      }
      const along = at(diagonals, diagonal)
      if (along < 0 || value > at(score, along)) diagonals[diagonal] = i
    }
    first = last
  }
  let best = 0
  let end = -1
  for (let i = 0; i < count; i++) {
    const diagonal = diagonalOf(i)
    const leave = frame.tiedEnd && diagonal !== endDiagonal ? penalty : 0
    if (at(score, i) - leave > best) {
      best = at(score, i) - leave
      end = i
    }
  }
  let length = 0
  for (let i = end; i >= 0; i = at(previous, i)) length++
  const chosen = new Int32Array(length)
  for (let i = end; i >= 0; i = at(previous, i)) chosen[--length] = i
  return { chosen, worth: best }
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
