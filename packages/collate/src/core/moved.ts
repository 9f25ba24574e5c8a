import { at } from './at.ts'
import { alignAll } from './columns.ts'
import type { Means } from './exact.ts'
import type { Grouping } from './grouping.ts'
import type { Interned } from './intern.ts'
import { firstAtOrAfter } from './seeds.ts'
import type { Move } from './transpose.ts'
import { unitsOf } from './units.ts'

/** Groups that keep the two ends of each move apart from their surroundings; 0 is all else. */
export function groupsOf(width: number, moves: readonly Move[]): Int32Array {
  const groups = new Int32Array(width)
  for (const [index, { a0, a1, b0, b1 }] of moves.entries()) {
    groups.fill(2 * index + 1, a0, a1)
    groups.fill(2 * index + 2, b0, b1)
  }
  return groups
}

/** One moved block: the units at its two places, and its text in all witnesses aligned. */
export interface MovedBlock {
  readonly places: readonly [readonly number[], readonly number[]]
  readonly inner: Grouping
  /** By distinct witness: where its text of the block begins, in all its tokens. */
  readonly origins: readonly number[]
}

/** Aligns the text of a moved block, wherever it stands in each witness. */
export function movedBlock(
  index: number,
  units: Grouping,
  interned: Interned,
  means: Pick<Means, 'substitution' | 'evidence'>,
): MovedBlock {
  const width = interned.all.length
  const a: number[] = []
  const b: number[] = []
  for (let unit = 0; unit < units.groups.length; unit++) {
    const group = units.groups[unit]
    if (group === 2 * index + 1) a.push(unit)
    else if (group === 2 * index + 2) b.push(unit)
  }
  const spans = interned.all.map((_, w) => {
    const [first, second] = [a, b].map((list) => spanOver(units, list, width, w))
    if (first === undefined || second === undefined) return [0, 0] as const
    return first[1] - first[0] >= second[1] - second[0] ? first : second
  })
  const part = partOf(interned, spans)
  const profile = alignAll(part.keys, means.substitution, means.evidence)
  const inner = unitsOf(profile, part, means, new Int32Array(profile.width))
  return { places: [a, b], inner, origins: spans.map(([start]) => start) }
}

function spanOver(
  units: Grouping,
  list: readonly number[],
  width: number,
  w: number,
): [number, number] {
  const first = list[0]
  const last = list[list.length - 1]
  if (first === undefined || last === undefined) return [0, 0]
  const start = first > 0 ? at(units.ends, (first - 1) * width + w) : 0
  return [start, at(units.ends, last * width + w)]
}

function partOf(interned: Interned, spans: readonly (readonly [number, number])[]): Interned {
  const all = interned.all.map((tokens, w) => tokens.subarray(...(spans[w] ?? [0, 0])))
  const places = interned.places.map((content, w) => {
    const [start, end] = spans[w] ?? [0, 0]
    const inside = content.subarray(firstAtOrAfter(content, start), firstAtOrAfter(content, end))
    return inside.map((place) => place - start)
  })
  const keys = places.map((list, w) => list.map((place) => at(all[w] ?? list, place)))
  return { names: interned.names, keys, all, places, distinct: all.map((_, w) => w) }
}
