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
  /** Number of threads in each column. */
  readonly support: Int32Array
}

/** A profile of one witness. */
export function profileOf(witness: number, keys: Int32Array): Profile {
  const length = keys.length
  const columns = new Int32Array(length)
  const cells = room(length)
  for (let i = 0; i < length; i++) {
    columns[i] = i
    cells[i] = i
  }
  const support = room(length).fill(1)
  return { width: length, threads: [{ witness, keys, columns, cells }], support }
}

/** Where an unmatched token goes, written as a negative number: before this column. */
export function before(column: number): number {
  return -1 - column
}

/**
 * Adds a witness to a profile, which is used up: its arrays go on in the new one, for a long text
 * takes longer to copy than to align.
 *
 * @param places by token: its column, or `before(column)` for a column of its own. Ascending.
 */
export function weave(
  profile: Profile,
  witness: number,
  keys: Int32Array,
  places: Int32Array,
): Profile {
  if (shifts.length < profile.width) shifts = room(profile.width)
  const moved = shifts
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
  const threads = profile.threads.map((thread) => ({
    ...thread,
    cells: shifted(thread, moved, widened(thread.cells, width)),
  }))
  const cells = room(width).fill(-1)
  const support = supported(profile, moved, width)
  for (let i = 0; i < columns.length; i++) {
    const column = at(columns, i)
    cells[column] = i
    support[column] = at(support, column) + 1
  }
  threads.push({ witness, keys, columns, cells })
  return { width, threads, support }
}

/** By column of the profile that is used up, its column in the new one. */
let shifts = new Int32Array(0)

/** Moves the columns of a thread, and fills its cells anew. */
function shifted({ columns }: Thread, moved: Int32Array, cells: Int32Array): Int32Array {
  cells.fill(-1)
  for (let i = 0; i < columns.length; i++) {
    const column = at(moved, at(columns, i))
    columns[i] = column
    cells[column] = i
  }
  return cells
}

/** The support of the columns where they are now; 0 for new ones. */
function supported(profile: Profile, moved: Int32Array, width: number): Int32Array {
  const support = widened(profile.support, width)
  if (support.buffer !== profile.support.buffer) support.set(profile.support)
  // From the end, for columns only move to the right.
  let end = width
  for (let c = profile.width - 1; c >= 0; c--) {
    const column = at(moved, c)
    const value = at(support, c)
    for (let k = column + 1; k < end; k++) support[k] = 0
    support[column] = value
    end = column
  }
  support.fill(0, 0, end)
  return support
}

/** An array with room to grow. */
function room(length: number): Int32Array<ArrayBuffer> {
  return new Int32Array(length + (length >> 2)).subarray(0, length)
}

/** The given array, or a new one where it is too short; contents are unspecified. */
function widened(array: Int32Array, length: number): Int32Array {
  const { buffer, byteOffset } = array
  const fits = byteOffset === 0 && length * array.BYTES_PER_ELEMENT <= buffer.byteLength
  return fits ? new Int32Array(buffer, 0, length) : room(length)
}

/**
 * Number of columns up to and including each that at least half of the threads have: a measure of
 * length that what one witness adds does not change. Valid until the next call.
 */
export function ranksOf(profile: Profile): Int32Array {
  if (rankRoom.length < profile.width) rankRoom = room(profile.width)
  const ranks = rankRoom.subarray(0, profile.width)
  let rank = -1
  for (let c = 0; c < ranks.length; c++) {
    if (at(profile.support, c) * 2 >= profile.threads.length) rank++
    ranks[c] = rank
  }
  return ranks
}

let rankRoom = new Int32Array(0)
