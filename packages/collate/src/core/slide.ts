import { at } from './at.ts'
import type { Pairs } from './pairs.ts'
import type { Profile, Thread } from './profile.ts'

/** Columns a gap is moved to the left at most, in search of a better place. */
const REACH = 64

/**
 * Puts every gap in its canonical place. Where the text repeats itself a gap can be placed in several
 * places at the same cost; of these the one where the witness agrees with most others is taken, then
 * one whose ends do not part what firmly belongs together, and among equals the last, so that in
 * 轉|轉轉 the second is the addition. Witnesses with the same gap move together. The profile is
 * changed.
 */
export function slideGaps(profile: Profile, pairs: Pairs): void {
  const { threads, support } = profile
  for (let column = 1; column < profile.width; column++) {
    if (at(support, column - 1) === threads.length || !gapBefore(threads, column)) continue
    for (const [start, gap] of gapsEndingAt(threads, column)) {
      const mayGoRight = (part: readonly Thread[]): boolean => {
        const rest = threads.filter((thread) => !part.includes(thread))
        return (stepGain(part, rest, column, start) ?? -1) >= 0
      }
      const goesRight = (some: readonly Thread[]): boolean => parted(some, column).some(mayGoRight)
      // Witnesses move together as far as they have the same text beside the gap.
      for (const sliding of parted(gap, start - 1)) {
        const others = threads.filter((thread) => !sliding.includes(thread))
        const left = bestLeft(
          { sliding, others, start, end: column },
          pairs,
          () => !goesRight(sliding),
        )
        for (let i = 0; i < left; i++) move(sliding, support, start - 1 - i, column - 1 - i)
        if (left > 0) continue
        // One step to the right: the next column carries the gap on.
        for (const part of parted(sliding, column)) {
          if (mayGoRight(part)) move(part, support, column, start)
        }
      }
    }
  }
}

/** Whether a gap of some thread ends before a column, and there are others to compare it with. */
function gapBefore(threads: readonly Thread[], column: number): boolean {
  let ending = 0
  for (let t = 0; t < threads.length; t++) {
    const cells = threads[t]?.cells
    if (cells !== undefined && at(cells, column - 1) < 0 && at(cells, column) >= 0) ending++
  }
  return ending > 0 && ending < threads.length
}

/** The gaps that end before a column, by their first column, ascending, and who has them. */
function gapsEndingAt(threads: readonly Thread[], column: number): [number, Thread[]][] {
  const gaps = new Map<number, Thread[]>()
  for (const thread of threads) {
    const token = at(thread.cells, column)
    if (token < 1 || at(thread.cells, column - 1) >= 0) continue
    const start = at(thread.columns, token - 1) + 1
    gaps.set(start, [...(gaps.get(start) ?? []), thread])
  }
  return [...gaps].sort((a, b) => a[0] - b[0])
}

/** Threads by their key in a column; those without one stay together. */
function parted(threads: readonly Thread[], column: number): Thread[][] {
  const parts = new Map<number, Thread[]>()
  for (const thread of threads) {
    const token = column < 0 ? -1 : at(thread.cells, column)
    const key = token < 0 ? -1 : at(thread.keys, token)
    const part = parts.get(key)
    if (part === undefined) parts.set(key, [thread])
    else part.push(thread)
  }
  return [...parts.values()]
}

/** A gap: half-open columns, the threads that have it and move together, and the rest. */
interface Gap {
  readonly sliding: readonly Thread[]
  readonly others: readonly Thread[]
  readonly start: number
  readonly end: number
}

/** Columns to shift the gap left so that agreement is greatest, or no firm pair is split; 0 for none. */
function bestLeft(
  { sliding, others, start, end }: Gap,
  pairs: Pairs,
  isLast: () => boolean,
): number {
  let best = 0
  let bestGain = 0
  let bestParted = -1
  let gain = 0
  for (let i = 0; i < REACH && start - 1 - i >= 0; i++) {
    const step = stepGain(sliding, others, start - 1 - i, end - 1 - i)
    if (step === undefined) break
    gain += step
    if (gain < bestGain) continue
    const parted = firmlyParted(others, start - 1 - i, end - 1 - i, pairs)
    if (gain === bestGain) {
      // A gap that can go on to the right is looked at again there.
      if (best === 0 && !isLast()) continue
      if (bestParted < 0) bestParted = firmlyParted(others, start - best, end - best, pairs)
      if (parted >= bestParted) continue
    }
    best = i + 1
    bestGain = gain
    bestParted = parted
  }
  return best
}

/** Number of firm pairs that the ends of a gap split in the witnesses that have the text. */
function firmlyParted(others: readonly Thread[], start: number, end: number, pairs: Pairs): number {
  let parted = 0
  for (const { cells, keys } of others) {
    const first = at(cells, start)
    const last = at(cells, end - 1)
    if (first < 0 || last < 0) continue
    if (first > 0 && pairs.firm(at(keys, first - 1), at(keys, first))) parted++
    if (last + 1 < keys.length && pairs.firm(at(keys, last), at(keys, last + 1))) parted++
  }
  return parted
}

/** Change in agreements if tokens moved from one column to another; undefined if they cannot. */
function stepGain(
  sliding: readonly Thread[],
  others: readonly Thread[],
  from: number,
  to: number,
): number | undefined {
  const first = sliding[0]
  if (first === undefined || at(first.cells, from) < 0) return undefined
  const key = at(first.keys, at(first.cells, from))
  for (const { cells, keys } of sliding) {
    if (at(cells, from) < 0 || at(keys, at(cells, from)) !== key) return undefined
  }
  let gain = 0
  let agreeing = 0
  for (const { cells, keys } of others) {
    const here = at(cells, from)
    const there = at(cells, to)
    if (here >= 0 && at(keys, here) === key) gain--
    if (there >= 0 && at(keys, there) === key) {
      gain++
      agreeing++
    }
  }
  return agreeing > 0 ? gain : undefined
}

function move(sliding: readonly Thread[], support: Int32Array, from: number, to: number): void {
  support[from] = at(support, from) - sliding.length
  support[to] = at(support, to) + sliding.length
  for (const { cells, columns } of sliding) {
    const token = at(cells, from)
    cells[to] = token
    cells[from] = -1
    columns[token] = to
  }
}
