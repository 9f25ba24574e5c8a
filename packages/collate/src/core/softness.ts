import { at } from './at.ts'
import type { Interned } from './intern.ts'
import type { Profile, Thread } from './profile.ts'

/** The soft tokens of a thread between two of its content tokens. */
interface Run {
  /** Half-open, in all tokens of the witness. */
  readonly start: number
  readonly end: number
}

/** Runs of soft tokens by the column they follow; -1 for those before the first column. */
export interface SoftRuns {
  /** Whether any witness has a run after the column. */
  has(column: number): boolean
  /** The run of a thread after the column, if it has one there. */
  at(column: number, thread: number): Run | undefined
}

/** Columns of a gap, at each of its ends, where a run is tried. */
const REACH = 64

/**
 * Finds for each run of soft tokens the column it follows: that of the content before it, or, where
 * the witness has a gap there, the column in the gap after which most others have the same run.
 */
export function softRuns(profile: Profile, interned: Interned): SoftRuns {
  const fixed = profile.threads.map((thread) => runsOf(thread, interned))
  const placed = fixed.map(() => new Map<number, Run>())
  const slots = new Set<number>()
  for (const [t, runs] of fixed.entries()) {
    for (const [column, run] of runs) {
      const place = bestPlace({ profile, interned, fixed }, t, column, run)
      placed[t]?.set(place, run)
      slots.add(place)
    }
  }
  return {
    has: (column) => slots.has(column),
    at: (column, thread) => placed[thread]?.get(column),
  }
}

function runsOf(thread: Thread, interned: Interned): Map<number, Run> {
  const places = interned.places[thread.witness] ?? new Int32Array(0)
  const total = interned.all[thread.witness]?.length ?? 0
  const runs = new Map<number, Run>()
  if (places.length === total) return runs
  for (let q = -1; q < places.length; q++) {
    const start = q < 0 ? 0 : at(places, q) + 1
    const end = q + 1 < places.length ? at(places, q + 1) : total
    if (start < end) runs.set(q < 0 ? -1 : at(thread.columns, q), { start, end })
  }
  return runs
}

interface Texts {
  readonly profile: Profile
  readonly interned: Interned
  /** By thread: its runs by the column of the content before them. */
  readonly fixed: readonly ReadonlyMap<number, Run>[]
}

/** @param own index of the thread that has the run */
function bestPlace(
  { profile, interned, fixed }: Texts,
  own: number,
  column: number,
  run: Run,
): number {
  const thread = profile.threads[own]
  if (thread === undefined) return column
  const next = nextColumn(profile, thread, column)
  if (next - column <= 1) return column
  let best = column
  let most = 0
  for (let place = column; place < next; place++) {
    if (place === column + REACH) place = Math.max(place, next - REACH)
    let agreeing = 0
    for (const [t, other] of profile.threads.entries()) {
      const there = t === own ? undefined : fixed[t]?.get(place)
      if (there === undefined) continue
      const a = interned.all[thread.witness]
      const b = interned.all[other.witness]
      if (a !== undefined && b !== undefined && sameKeys(a, run, b, there)) agreeing++
    }
    if (agreeing > most) {
      most = agreeing
      best = place
    }
  }
  return best
}

function nextColumn(profile: Profile, thread: Thread, column: number): number {
  const q = column < 0 ? -1 : at(thread.cells, column)
  return q + 1 < thread.columns.length ? at(thread.columns, q + 1) : profile.width
}

function sameKeys(a: Int32Array, x: Run, b: Int32Array, y: Run): boolean {
  if (x.end - x.start !== y.end - y.start) return false
  for (let i = 0; i < x.end - x.start; i++) {
    if (at(a, x.start + i) !== at(b, y.start + i)) return false
  }
  return true
}
