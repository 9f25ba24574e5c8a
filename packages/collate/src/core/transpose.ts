import { at } from './at.ts'
import { type Move, movesOf, type Pair } from './moves.ts'
import type { Profile } from './profile.ts'
import { seedsOf } from './seeds.ts'

/** A shared seed of two places. */
interface Hit {
  readonly a: number
  readonly b: number
  readonly endA: number
  readonly endB: number
}

interface Place {
  readonly thread: number
  readonly token: number
}

/** Seeds this many columns apart, on both sides, belong to one block. */
const BRIDGE = 24
/** A seed that occurs at more places than this is no evidence of a move. */
const RARE = 8

/**
 * Finds blocks that some witnesses have in one place and others in another: text that is an
 * addition in both places, by different witnesses, and agrees.
 *
 * @param bits what one matching token says; see `measure`
 */
export function findMoves(profile: Profile, bits: number): Move[] {
  const stretches = loneStretches(profile)
  let total = 0
  for (const { start, end } of stretches) total += end - start
  if (total === 0) return []
  const needed = Math.ceil((2 * Math.log2(total) + 10) / bits)
  const size = Math.min(12, Math.max(3, needed))
  const hits = hitsOf(profile, stretches, size)
  const blocks = blocksOf(hits)
    .map((block) => completed(profile, block))
    .filter((block) => isWhole(profile, block))
  return movesOf(blocks)
}

interface Stretch {
  readonly thread: number
  readonly start: number
  readonly end: number
}

/** Runs of tokens, by thread, whose columns some other thread lacks. */
function loneStretches(profile: Profile): Stretch[] {
  const full = profile.threads.length
  const found: Stretch[] = []
  for (const [thread, { columns }] of profile.threads.entries()) {
    let start = -1
    for (let i = 0; i <= columns.length; i++) {
      const lone = i < columns.length && at(profile.support, at(columns, i)) < full
      if (lone && start < 0) start = i
      if (lone || start < 0) continue
      if (i - start > 2) found.push({ thread, start, end: i })
      start = -1
    }
  }
  return found
}

function hitsOf(profile: Profile, stretches: readonly Stretch[], size: number): Hit[] {
  const places = new Map<number, Place[]>()
  for (const { thread, start, end } of stretches) {
    const keys = profile.threads[thread]?.keys
    if (keys === undefined || end - start < size) continue
    const { starts, hashes } = seedsOf(keys, start, end, size, 1)
    for (let i = 0; i < starts.length; i++) {
      const list = places.get(at(hashes, i))
      const place = { thread, token: at(starts, i) }
      if (list === undefined) places.set(at(hashes, i), [place])
      else if (list.length <= RARE && !list.some((other) => sameColumn(profile, other, place)))
        list.push(place)
    }
  }
  const hits: Hit[] = []
  for (const list of places.values()) {
    if (list.length < 2 || list.length > RARE) continue
    for (const first of list) {
      for (const second of list) {
        const a = columnOf(profile, first, 0)
        const b = columnOf(profile, second, 0)
        if (a >= b || !apart(profile, a, b) || !agree(profile, first, second, size)) continue
        hits.push({
          a,
          b,
          endA: columnOf(profile, first, size - 1) + 1,
          endB: columnOf(profile, second, size - 1) + 1,
        })
      }
    }
  }
  return hits.sort((x, y) => x.a - y.a || x.b - y.b)
}

function columnOf(profile: Profile, { thread, token }: Place, offset: number): number {
  const columns = profile.threads[thread]?.columns
  return columns === undefined ? -1 : at(columns, token + offset)
}

function sameColumn(profile: Profile, a: Place, b: Place): boolean {
  return columnOf(profile, a, 0) === columnOf(profile, b, 0)
}

function agree(profile: Profile, a: Place, b: Place, size: number): boolean {
  const x = profile.threads[a.thread]?.keys
  const y = profile.threads[b.thread]?.keys
  if (x === undefined || y === undefined) return false
  for (let k = 0; k < size; k++) if (at(x, a.token + k) !== at(y, b.token + k)) return false
  return true
}

/** Whether no thread has both columns: what a witness has twice has not moved. */
function apart(profile: Profile, a: number, b: number): boolean {
  return profile.threads.every(({ cells }) => at(cells, a) < 0 || at(cells, b) < 0)
}

/** Joins hits that follow one another closely in both places. */
function blocksOf(hits: readonly Hit[]): Pair[] {
  const blocks: { a0: number; a1: number; b0: number; b1: number }[] = []
  let open: (typeof blocks)[number][] = []
  for (const { a, b, endA, endB } of hits) {
    open = open.filter((block) => a <= block.a1 + BRIDGE)
    const block = open.find(
      ({ a1, b0, b1 }) => b >= b0 && b <= b1 + BRIDGE && endA >= a1 && endB >= b1,
    )
    if (block === undefined) {
      const fresh = { a0: a, a1: endA, b0: b, b1: endB }
      blocks.push(fresh)
      open.push(fresh)
    } else {
      block.a1 = endA
      block.b1 = endB
    }
  }
  return blocks
}

/** Takes in the few columns at either end that a variant near the edge of the block cut off. */
function completed(profile: Profile, { a0, a1, b0, b1 }: Pair): Pair {
  const after = Math.min(a1 - a0, BRIDGE)
  const afterA = reach(profile, a1, 1, b1 - 1)
  const afterB = reach(profile, b1, 1, a1 - 1)
  const beforeA = reach(profile, a0 - 1, -1, b0)
  const beforeB = reach(profile, b0 - 1, -1, a0)
  // A side where only one place goes on is the neighbour of a doubled token, not a variant.
  const right = afterA > 0 && afterB > 0 && Math.max(afterA, afterB) <= after && a1 + afterA <= b0
  const left =
    beforeA > 0 && beforeB > 0 && Math.max(beforeA, beforeB) <= after && a1 <= b0 - beforeB
  return {
    a0: left ? a0 - beforeA : a0,
    a1: right ? a1 + afterA : a1,
    b0: left ? b0 - beforeB : b0,
    b1: right ? b1 + afterB : b1,
  }
}

/**
 * Whether a block is most of what is added in both places. A phrase that happens to occur in two
 * passages, each missing from some witness, has not moved.
 */
function isWhole(profile: Profile, { a0, a1, b0, b1 }: Pair): boolean {
  const length = Math.min(a1 - a0, b1 - b0)
  const around = (from: number, to: number, other: number): number =>
    reach(profile, to, 1, other, length) + reach(profile, from - 1, -1, other, length)
  return around(a0, a1, b0) <= length && around(b0, b1, a0) <= length
}

/** Number of columns from `column` on that share no thread with the block's other place; bounded. */
function reach(
  profile: Profile,
  column: number,
  step: number,
  other: number,
  most = BRIDGE,
): number {
  let count = 0
  for (let c = column; count <= most && c >= 0 && c < profile.width; c += step) {
    if (!apart(profile, c, other)) break
    count++
  }
  return count
}
