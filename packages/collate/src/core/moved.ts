import { at } from './at.ts'
import { alignAll } from './columns.ts'
import type { Means } from './exact.ts'
import type { Grouping } from './grouping.ts'
import type { Interned } from './intern.ts'
import type { Move } from './moves.ts'
import type { Profile } from './profile.ts'
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
  /** By distinct witness, by token of the block: its index in all tokens of the witness. */
  readonly sources: readonly Int32Array[]
}

/** Tokens of a witness, half-open. */
type Range = readonly [start: number, end: number]

/** A witness that has fewer tokens than this at a second place has nothing of the block there. */
const PART = 8

/**
 * Aligns the text of a moved block, wherever each witness has it. Where a witness has it in
 * several parts these are put in the order of the block.
 */
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
  const found = interned.all.map((_, w) =>
    partsOf(places.map((list) => spanOver(units, list, width, w))),
  )
  const parts = ordered(found, interned, means).map((ranges, w) =>
    ranges.map((range, i) => (i === 0 ? range : fromContent(range, interned.places[w]))),
  )
  const sources = parts.map(tokensIn)
  const block = blockOf(interned, sources)
  const profile = alignAll(block.keys, means.substitution, means.evidence)
  const inner = unitsOf(profile, block, means, seams(profile, block, parts))
  return { places, inner, sources }
}

/** The longest range, and the others that are no accident. */
function partsOf(ranges: readonly Range[]): Range[] {
  const longest = ranges.reduce((a, b) => (b[1] - b[0] > a[1] - a[0] ? b : a), [0, 0] as const)
  return ranges.filter((range) => range === longest || range[1] - range[0] >= PART)
}

/** The parts of each witness in the order of the block, which all parts aligned with one another show. */
function ordered(
  found: readonly (readonly Range[])[],
  interned: Interned,
  means: Pick<Means, 'substitution' | 'evidence'>,
): Range[][] {
  if (found.every((parts) => parts.length < 2)) return found.map((parts) => [...parts])
  const all = found.flatMap((parts, w) => parts.map((range) => ({ w, range })))
  const keys = all.map(({ w, range }) => contentIn(interned, w, range))
  const { threads } = alignAll(keys, means.substitution, means.evidence)
  const middles = all.map((part, i) => {
    const columns = threads[i]?.columns ?? new Int32Array(0)
    return { ...part, middle: columns[columns.length >> 1] ?? 0 }
  })
  middles.sort((a, b) => a.middle - b.middle || a.range[0] - b.range[0])
  return found.map((_, w) => middles.filter((part) => part.w === w).map(({ range }) => range))
}

/** A range without the soft tokens it begins with, which would be taken for the part before it. */
function fromContent([start, end]: Range, content: Int32Array | undefined): Range {
  const first = content?.[firstAtOrAfter(content, start)] ?? end
  return [Math.min(first, end), end]
}

function contentIn({ all, places }: Interned, w: number, [start, end]: Range): Int32Array {
  const content = places[w] ?? new Int32Array(0)
  const inside = content.subarray(firstAtOrAfter(content, start), firstAtOrAfter(content, end))
  return inside.map((place) => at(all[w] ?? content, place))
}

/** Indexes of all tokens in some ranges. */
function tokensIn(ranges: readonly Range[]): Int32Array {
  return Int32Array.from(
    ranges.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)),
  )
}

/** The tokens of the block as witnesses of their own. */
function blockOf(interned: Interned, sources: readonly Int32Array[]): Interned {
  const all = sources.map((list, w) => list.map((i) => at(interned.all[w] ?? list, i)))
  const places = sources.map((list, w) => {
    const content = interned.places[w] ?? list
    const isContent = (i: number): boolean => at(content, firstAtOrAfter(content, i)) === i
    return Int32Array.from([...list.keys()].filter((k) => isContent(at(list, k))))
  })
  const keys = places.map((list, w) => list.map((place) => at(all[w] ?? list, place)))
  return { names: interned.names, keys, all, places, distinct: all.map((_, w) => w) }
}

/** Groups of columns that keep the parts of every witness apart. */
function seams(
  { width, threads }: Profile,
  { places }: Interned,
  parts: readonly (readonly Range[])[],
): Int32Array {
  const starts = new Set<number>()
  for (const [w, ranges] of parts.entries()) {
    let token = 0
    for (const [start, end] of ranges) {
      const columns = threads[w]?.columns
      const content = firstAtOrAfter(places[w] ?? new Int32Array(0), token)
      if (token > 0 && columns !== undefined && content < columns.length) {
        starts.add(at(columns, content))
      }
      token += end - start
    }
  }
  const groups = new Int32Array(width)
  let group = 0
  for (let c = 0; c < width; c++) {
    if (starts.has(c)) group++
    groups[c] = group
  }
  return groups
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
