import { at } from './at.ts'
import { alignAll } from './columns.ts'
import type { Means } from './exact.ts'
import { type Grouping, grouper } from './grouping.ts'
import type { Interned } from './intern.ts'
import type { Pairs } from './pairs.ts'
import type { Profile } from './profile.ts'
import { type SoftRuns, softRuns } from './softness.ts'
import { trimUnits } from './trim.ts'

/**
 * Makes units of an aligned profile, soft tokens put between the columns.
 *
 * @param groups by column: columns of different groups are never in one unit
 */
export function unitsOf(
  profile: Profile,
  interned: Interned,
  means: Pick<Means, 'substitution' | 'evidence'>,
  groups: Int32Array,
): Grouping {
  const width = profile.threads.length
  const units = grouper(width)
  const runs = softRuns(profile, interned)
  const column = new Int32Array(width)
  const gaps = new Int32Array(width)
  const tokens = new Int32Array(width)
  let here = 0
  const wordEnds = (): boolean => wordEndsBefore(profile, here, means.evidence.pairs)
  for (let c = -1; c < profile.width; c++) {
    if (c >= 0 && isEqual(profile, c)) {
      for (let w = 0; w < width; w++) tokens[w] = at(tokens, w) + 1
      units.addEqual(at(groups, c))
    } else if (c >= 0) {
      here = c
      for (let w = 0; w < width; w++) {
        const thread = profile.threads[w]
        if (thread === undefined) continue
        const token = at(thread.cells, c)
        column[w] = token < 0 ? -1 : at(thread.keys, token)
        if (token >= 0) tokens[w] = token + 1
        gaps[w] = token < 0 ? gapAt(thread.columns, at(tokens, w), profile.width) : 0
      }
      units.add(column, gaps, at(groups, c), wordEnds)
    }
    if (!runs.has(c)) continue
    for (let w = 0; w < width; w++) {
      const columns = profile.threads[w]?.columns
      if (columns !== undefined) gaps[w] = gapAt(columns, at(tokens, w), profile.width)
    }
    const group = c >= 0 ? at(groups, c) : 0
    for (const soft of softColumns(profile, interned, runs, c, means)) units.add(soft, gaps, group)
  }
  return trimUnits(units.finish(), interned.all)
}

/**
 * Whether in all witnesses a word ends or begins before a column: the two tokens there stand side
 * by side nowhere else, and one of them belongs firmly to what is on its other side.
 */
function wordEndsBefore({ threads }: Profile, column: number, pairs: Pairs): boolean {
  return threads.every(({ cells, keys }) => {
    const q = at(cells, column)
    if (q < 1 || at(cells, column - 1) !== q - 1) return false
    const [before, after] = [at(keys, q - 1), at(keys, q)]
    let same = 0
    for (const other of threads) {
      const r = at(other.cells, column)
      if (r > 0 && at(other.keys, r) === after && at(other.keys, r - 1) === before) same++
    }
    if (pairs.count(before, after) > same) return false
    if (q > 1 && pairs.recurs(at(keys, q - 2), before)) return true
    return q + 1 < keys.length && pairs.recurs(after, at(keys, q + 1))
  })
}

/** Whether all witnesses have one key in a column. */
function isEqual({ threads, support }: Profile, column: number): boolean {
  if (at(support, column) !== threads.length) return false
  let key = -1
  for (let t = 0; t < threads.length; t++) {
    const thread = threads[t]
    if (thread === undefined) return false
    const own = at(thread.keys, at(thread.cells, column))
    if (t > 0 && own !== key) return false
    key = own
  }
  return true
}

/** Length of the gap between a token and the one before it, in columns. */
function gapAt(columns: Int32Array, token: number, width: number): number {
  const end = token < columns.length ? at(columns, token) : width
  return end - (token > 0 ? at(columns, token - 1) : -1) - 1
}

function softColumns(
  profile: Profile,
  interned: Interned,
  runs: SoftRuns,
  column: number,
  { substitution, evidence }: Pick<Means, 'substitution' | 'evidence'>,
): Int32Array[] {
  const own = profile.threads.map((thread, t) => {
    const run = runs.at(column, t)
    const all = interned.all[thread.witness]
    return run === undefined || all === undefined ? EMPTY : all.subarray(run.start, run.end)
  })
  if (own.every((keys) => keys.length <= 1)) {
    return [Int32Array.from(own, (keys) => (keys.length === 0 ? -1 : at(keys, 0)))]
  }
  const first = own[0] ?? EMPTY
  if (own.every((keys) => same(keys, first))) {
    return Array.from(first, (key) => new Int32Array(own.length).fill(key))
  }
  const inner = alignAll(own, substitution, evidence)
  return Array.from({ length: inner.width }, (_, c) =>
    Int32Array.from(inner.threads, (thread) => {
      const token = at(thread.cells, c)
      return token < 0 ? -1 : at(thread.keys, token)
    }),
  )
}

const EMPTY = new Int32Array(0)

function same(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((key, i) => key === b[i])
}
