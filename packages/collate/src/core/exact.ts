import { alignAffine, type DoubledNodes } from './affine.ts'
import { at } from './at.ts'
import { doubledBefore } from './doubled.ts'
import { graphOf } from './graph.ts'
import { before, type Profile } from './profile.ts'
import type { Substitution } from './scoring.ts'
import { firstAtOrAfter, type HashedSeeds } from './seeds.ts'
import type { Evidence } from './significance.ts'

/** A part of the problem: columns of the profile against tokens of the witness, both half-open. */
export interface Stretch {
  readonly c0: number
  readonly c1: number
  readonly p0: number
  readonly p1: number
}

/** Values that all alignments of a collation share. */
export interface Means {
  readonly substitution: Substitution
  readonly evidence: Evidence
  readonly hashed: HashedSeeds
}

export interface Task extends Means {
  readonly profile: Profile
  /** Index of the witness to be aligned, and its keys. */
  readonly witness: number
  readonly keys: Int32Array
  /** Number of columns up to each column that most threads have. */
  readonly ranks: Int32Array
  /** Column of each token or `before(column)`; what the alignment writes. */
  readonly places: Int32Array
}

/** Aligns a stretch exactly; `loose` ends may fall away at no cost of opening a gap. */
export function alignExactly(
  task: Task,
  { c0, c1, p0, p1 }: Stretch,
  loose?: 'start' | 'end',
): void {
  const { profile, keys, substitution, places } = task
  // In a larger stretch more agrees by chance: a further gap must buy more.
  const open = task.evidence.open + 8 * Math.max(0, Math.log2((c1 - c0) * (p1 - p0)) - 6)
  const longer = p1 - p0 - (c1 - c0)
  alignAffine(
    {
      graph: graphOf(profile, { c0, c1, skip0: c1, skip1: c1 }),
      keys,
      tokens: [p0, p1],
      open: Math.round(open),
      freeStart: c0 === 0 || p0 === 0 || loose === 'start',
      freeEnd: c1 === profile.width || p1 === keys.length || loose === 'end',
      substitution,
      doubledTokens: longer >= UNEQUAL ? doubledBefore(keys, p0, p1) : undefined,
      doubledNodes: longer <= -UNEQUAL ? doubledNodes(profile, c0, c1) : undefined,
    },
    places,
  )
}

/** Least difference in length of two sides, in tokens, from which repetitions are searched for. */
const UNEQUAL = 2

/** The repetitions of every thread within some columns, by the node of their last column. */
function doubledNodes({ threads }: Profile, c0: number, c1: number): DoubledNodes | undefined {
  const from = new Int32Array(c1 - c0 + 2).fill(-1)
  const length = new Int32Array(c1 - c0 + 2)
  let any = false
  for (const { columns, keys } of threads) {
    const start = firstAtOrAfter(columns, c0)
    const end = firstAtOrAfter(columns, c1)
    const doubled = doubledBefore(keys, start, end)
    for (let q = start + 1; q <= end; q++) {
      const repeated = at(doubled, q - start)
      if (repeated === 0) continue
      const node = at(columns, q - 1) - c0 + 1
      const first = q - repeated
      if (at(from, node) >= 0) continue
      from[node] = first > start ? at(columns, first - 1) - c0 + 1 : 0
      length[node] = repeated
      any = true
    }
  }
  return any ? { from, length } : undefined
}

/** Aligns a short side to the two ends of a long one: what lies between is one gap. */
export function alignFlanks(task: Task, { c0, c1, p0, p1 }: Stretch): void {
  const { profile, keys, substitution, places } = task
  const flank = 2 * Math.min(c1 - c0, p1 - p0) + 32
  const [skip0, skip1] = middle(c0, c1, flank)
  const [leave0, leave1] = middle(p0, p1, flank)
  const tokens: number[] = []
  for (let p = p0; p < p1; p++) if (p < leave0 || p >= leave1) tokens.push(p)
  const result = new Int32Array(tokens.length)
  alignAffine(
    {
      graph: graphOf(profile, { c0, c1, skip0, skip1 }),
      keys: Int32Array.from(tokens, (p) => at(keys, p)),
      tokens: [0, tokens.length],
      open: task.evidence.open + 8 * Math.round(Math.log2((2 * flank) ** 2)),
      freeStart: c0 === 0 || p0 === 0,
      freeEnd: c1 === profile.width || p1 === keys.length,
      substitution,
    },
    result,
  )
  for (let i = tokens.length - 1, next = before(c1), p = p1 - 1; p >= p0; p--) {
    if (i >= 0 && tokens[i] === p) next = at(result, i--)
    else if (next >= 0) next = before(next)
    places[p] = next
  }
}

/** The middle of a range that is not within `flank` of its ends; empty if there is none. */
function middle(from: number, to: number, flank: number): [number, number] {
  return to - from <= 2 * flank ? [to, to] : [from + flank, to - flank]
}
