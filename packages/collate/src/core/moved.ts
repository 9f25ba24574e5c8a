import { at } from './at.ts'
import { alignAll } from './columns.ts'
import type { Means } from './exact.ts'
import type { Grouping } from './grouping.ts'
import type { Interned } from './intern.ts'
import type { Move } from './moves.ts'
import { firstAtOrAfter } from './seeds.ts'
import { unitsOf } from './units.ts'

/** The groups of columns that keep the places of moves apart from their surroundings. */
export interface Groups {
  /** By column: its group; 0 is all else. */
  readonly columns: Int32Array
  /** By group: the move of which it is a place; -1 for group 0. */
  readonly moves: readonly number[]
}

/** Gives every place of every move a group. */
export function groupsOf(width: number, moves: readonly Move[]): Groups {
  const columns = new Int32Array(width)
  const owners = [-1]
  for (const [index, { places }] of moves.entries()) {
    for (const [start, end] of places) {
      columns.fill(owners.length, start, end)
      owners.push(index)
    }
  }
  return { columns, moves: owners }
}

/** One moved block: the units at its places, and its text in all witnesses aligned. */
export interface MovedBlock {
  readonly places: readonly (readonly number[])[]
  readonly inner: Grouping
  /** By distinct witness: where its text of the block begins, in all its tokens. */
  readonly origins: readonly number[]
}

/** Aligns the text of a moved block, wherever it stands in each witness. */
export function movedBlock(
  index: number,
  groups: Groups,
  units: Grouping,
  interned: Interned,
  means: Pick<Means, 'substitution' | 'evidence'>,
): MovedBlock {
  const width = interned.all.length
  const unitsIn = new Map<number, number[]>()
  for (const [group, move] of groups.moves.entries()) if (move === index) unitsIn.set(group, [])
  for (let unit = 0; unit < units.groups.length; unit++) {
    unitsIn.get(units.groups[unit] ?? 0)?.push(unit)
  }
  const places = [...unitsIn.values()]
  const spans = interned.all.map((_, w) =>
    places
      .map((list) => spanOver(units, list, width, w))
      .reduce((longest, span) => (span[1] - span[0] > longest[1] - longest[0] ? span : longest)),
  )
  const part = partOf(interned, spans)
  const profile = alignAll(part.keys, means.substitution, means.evidence)
  const inner = unitsOf(profile, part, means, new Int32Array(profile.width))
  return { places, inner, origins: spans.map(([start]) => start) }
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
