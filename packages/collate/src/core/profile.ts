import { at } from './at.ts'

/** One witness in a profile. */
export interface Thread {
  /** Index of the distinct witness. */
  readonly witness: number
  readonly keys: Int32Array
  /** Column of each token; strictly ascending. */
  readonly columns: Int32Array
  /** Token in each column, or -1. */
  readonly cells: Int32Array
}

/**
 * The witnesses aligned so far, as a partial-order graph: nodes are columns, edges lead from each
 * token of a thread to its next.
 */
export interface Profile {
  readonly width: number
  readonly threads: readonly Thread[]
  /** How many threads have each column. */
  readonly support: Int32Array
}

/** A profile of one witness. */
export function profileOf(witness: number, keys: Int32Array): Profile {
  const columns = new Int32Array(keys.length)
  for (let i = 0; i < columns.length; i++) columns[i] = i
  const support = new Int32Array(keys.length).fill(1)
  return { width: keys.length, threads: [{ witness, keys, columns, cells: columns }], support }
}

/** Where an unmatched token goes, written as a negative number: before this column. */
export function before(column: number): number {
  return -1 - column
}

/**
 * Adds a witness to a profile.
 *
 * @param places by token: its column, or `before(column)` for a column of its own. Ascending.
 */
export function weave(
  profile: Profile,
  witness: number,
  keys: Int32Array,
  places: Int32Array,
): Profile {
  const moved = new Int32Array(profile.width)
  const columns = new Int32Array(keys.length)
  let width = 0
  let token = 0
  for (let column = 0; column <= profile.width; column++) {
    while (token < keys.length && at(places, token) === before(column)) columns[token++] = width++
    if (column === profile.width) break
    if (token < keys.length && at(places, token) === column) columns[token++] = width
    moved[column] = width++
  }
  if (token !== keys.length)
    throw new Error(`witness ${witness} is not aligned in order at token ${token}`)
  const threads = profile.threads.map((thread) => {
    const shifted = new Int32Array(thread.columns.length)
    for (let i = 0; i < shifted.length; i++) shifted[i] = at(moved, at(thread.columns, i))
    return { ...thread, columns: shifted, cells: cellsOf(shifted, width) }
  })
  threads.push({ witness, keys, columns, cells: cellsOf(columns, width) })
  const support = new Int32Array(width)
  for (let c = 0; c < profile.width; c++) support[at(moved, c)] = at(profile.support, c)
  for (let i = 0; i < columns.length; i++) {
    const column = at(columns, i)
    support[column] = at(support, column) + 1
  }
  return { width, threads, support }
}

/** The inverse of `columns`. */
export function cellsOf(columns: Int32Array, width: number): Int32Array {
  const cells = new Int32Array(width).fill(-1)
  for (let i = 0; i < columns.length; i++) cells[at(columns, i)] = i
  return cells
}

/**
 * Number of columns up to and including each that at least half of the threads have: a measure of
 * length that what one witness adds does not change.
 */
export function ranksOf(profile: Profile): Int32Array {
  const ranks = new Int32Array(profile.width)
  let rank = -1
  for (let c = 0; c < ranks.length; c++) {
    if (at(profile.support, c) * 2 >= profile.threads.length) rank++
    ranks[c] = rank
  }
  return ranks
}
