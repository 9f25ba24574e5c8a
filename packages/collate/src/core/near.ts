import { at } from './at.ts'
import type { Matches } from './matches.ts'
import type { Thread } from './profile.ts'
import { firstAtOrAfter, type Seeds } from './seeds.ts'

/** Longest jump, in tokens, accepted without confirmation: as long as a single omission may be. */
const STEP = 16
/** Lengths of a seed over which a longer jump must be confirmed before it is accepted. */
const CONFIRMED = 3

/** Settings of the search for nearby agreement. */
export interface Manner {
  /** Whether jumps are followed at all. */
  readonly follow: boolean
  /** Occurrences taken on either side of where one is expected; 0 for the nearest alone. */
  readonly sides: number
}

/** A pair that the way is known to pass through, or may be taken to. */
export interface Waypoint {
  readonly token: number
  readonly column: number
}

/** What a witness is looked for in a thread by. */
export interface NearSearch {
  /** Chosen k-mers of the thread, and of the witness, all of one size. */
  readonly seeds: Seeds
  readonly own: Seeds
  /** Keys of the witness. */
  readonly keys: Int32Array
  /** Ascending; the first before or at the first token. */
  readonly waypoints: readonly Waypoint[]
  readonly manner: Manner
}

/**
 * Finds where a witness and one thread share k-mers, however often they occur: of each only the
 * occurrences nearest to where it is expected. For text that repeats itself, where no k-mer is rare.
 *
 * Expected is the diagonal of the last waypoint, then that of the matches since: a short jump is
 * followed at once, a long one when several seeds agree on it.
 *
 * @param index of the thread in its profile
 */
export function matchNear(thread: Thread, index: number, search: NearSearch): Matches {
  const { keys, own, waypoints } = search
  const { follow, sides } = search.manner
  const byHash = occurrencesOf(thread, search.seeds)
  const room = own.starts.length * Math.max(1, 2 * sides)
  const tokens = new Int32Array(room)
  const columns = new Int32Array(room)
  const origins = new Int32Array(room)
  let count = 0
  let passed = 0
  let diagonal = 0
  let rumour = 0
  let heard = 0
  for (let i = 0; i < own.starts.length; i++) {
    const token = at(own.starts, i)
    for (let next = waypoints[passed]; next !== undefined && next.token <= token; ) {
      diagonal = next.column - next.token
      next = waypoints[++passed]
    }
    const list = byHash.get(at(own.hashes, i))
    if (list === undefined) continue
    const expected = token + diagonal
    const middle = firstAtOrAfter(list.columns, expected)
    const k = nearest(list.columns, middle, expected)
    const from = sides === 0 ? k : Math.max(0, middle - sides)
    const to = sides === 0 ? k + 1 : Math.min(list.columns.length, middle + sides)
    for (let other = from; other < to; other++) {
      const origin = at(list.origins, other)
      if (!same(thread.keys, origin, keys, token, own.size)) continue
      tokens[count] = token
      columns[count] = at(list.columns, other)
      origins[count++] = origin
    }
    const jump = at(list.columns, k) - token
    if (jump !== rumour) heard = token
    rumour = jump
    const believed = Math.abs(jump - diagonal) <= STEP || token - heard >= CONFIRMED * own.size
    if (follow && believed) diagonal = jump
  }
  return { count, tokens, columns, origins, threads: new Int32Array(room).fill(index) }
}

/** Where a thread has one k-mer, ascending. */
interface Occurrences {
  readonly columns: Int32Array
  readonly origins: Int32Array
}

/** The k-mers of a thread by their hash. */
function occurrencesOf(thread: Thread, seeds: Seeds): ReadonlyMap<number, Occurrences> {
  const sizes = new Map<number, number>()
  for (const hash of seeds.hashes) sizes.set(hash, (sizes.get(hash) ?? 0) + 1)
  const groups = new Map<number, Occurrences & { filled: number }>()
  for (let i = 0; i < seeds.hashes.length; i++) {
    const hash = at(seeds.hashes, i)
    let group = groups.get(hash)
    if (group === undefined) {
      const size = sizes.get(hash) ?? 0
      group = { columns: new Int32Array(size), origins: new Int32Array(size), filled: 0 }
      groups.set(hash, group)
    }
    group.columns[group.filled] = at(thread.columns, at(seeds.starts, i))
    group.origins[group.filled++] = at(seeds.starts, i)
  }
  return groups
}

/** Index of the number in an ascending list that is nearest; of two equally near the lower. */
function nearest(list: Int32Array, notBelow: number, value: number): number {
  if (notBelow === 0) return 0
  if (notBelow >= list.length) return list.length - 1
  return value - at(list, notBelow - 1) <= at(list, notBelow) - value ? notBelow - 1 : notBelow
}

function same(a: Int32Array, i: number, b: Int32Array, j: number, size: number): boolean {
  for (let k = 0; k < size; k++) if (at(a, i + k) !== at(b, j + k)) return false
  return true
}
