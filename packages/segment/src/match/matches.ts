import type { Page } from '../page/types.ts'
import { partnersOf } from './partners.ts'

/** Content characters that two places must share to be compared. */
const SEED = 8
/** Runs that occur more often than this say nothing. */
const COMMON = 32

/** A longest shared run of content characters, seen from one of its two sources. */
export interface Match {
  /** Start in the content of this source; `length` characters. */
  readonly at: number
  readonly length: number
  readonly other: number
  /** Start in the content of the other source. */
  readonly otherAt: number
}

/** For each source its matches with the others, by place. */
export type MatchIndex = readonly (readonly Match[])[]

/**
 * Finds all longest shared runs of at least eight content characters between different sources.
 * Runs through a table of hashed seeds; each run is taken up once, at the seed where it begins.
 */
export function findMatches(pages: readonly Page[]): MatchIndex {
  const index: Match[][] = pages.map(() => [])
  if (pages.length < 2) return index
  const joined = joinContents(pages)
  const { hashes, order } = sortedSeeds(joined.codes)
  const common = new Uint8Array(joined.codes.length)
  for (const [from, to] of groupsOf(hashes, order)) {
    if (to - from > COMMON * Math.max(1, pages.length - 1))
      for (let at = from; at < to; at++) common[order[at] ?? 0] = 1
  }
  const together = partnersOf(pages.length, joined.owner, order, groupsOf(hashes, order))
  for (const [from, to] of groupsOf(hashes, order)) {
    if (common[order[from] ?? 0] === 1) continue
    for (let i = from; i < to; i++) {
      for (let j = i + 1; j < to; j++) {
        const [left, right] = [order[i] ?? 0, order[j] ?? 0]
        if (together(joined.owner[left] ?? 0, joined.owner[right] ?? 0))
          addMatch(index, joined, common, left, right)
      }
    }
  }
  for (const list of index)
    list.sort((a, b) => a.at - b.at || a.other - b.other || a.otherAt - b.otherAt)
  return index
}

interface Joined {
  /** All contents in one array, separated by negative codes that equal no other. */
  readonly codes: Int32Array
  readonly owner: Uint16Array
  readonly base: readonly number[]
}

function joinContents(pages: readonly Page[]): Joined {
  const length = pages.reduce((sum, page) => sum + page.content.codes.length + 1, 0)
  const codes = new Int32Array(length)
  const owner = new Uint16Array(length)
  const base: number[] = []
  let at = 0
  for (const [number, page] of pages.entries()) {
    base.push(at)
    codes.set(page.content.codes, at)
    owner.fill(number, at, at + page.content.codes.length + 1)
    at += page.content.codes.length
    codes[at++] = -1 - number
  }
  return { codes, owner, base }
}

/** Seeds by hash: equal ones lie side by side, in order of place. */
function sortedSeeds(codes: Int32Array): { hashes: Uint32Array; order: Uint32Array } {
  const count = Math.max(0, codes.length - SEED + 1)
  const hashes = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    let hash = 0x811c9dc5
    for (let step = 0; step < SEED; step++) {
      hash = Math.imul(hash ^ (codes[at + step] ?? 0), 0x01000193)
      hash ^= hash >>> 15
    }
    hashes[at] = hash >>> 0
  }
  let order = Uint32Array.from(hashes, (_, at) => at)
  for (const shift of [0, 16]) order = radixPass(hashes, order, shift)
  return { hashes, order }
}

function radixPass(
  hashes: Uint32Array,
  order: Uint32Array,
  shift: number,
): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(0x10001)
  for (const at of order) {
    const digit = (((hashes[at] ?? 0) >>> shift) & 0xffff) + 1
    starts[digit] = (starts[digit] ?? 0) + 1
  }
  for (let digit = 1; digit < starts.length; digit++) {
    starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0)
  }
  const sorted = new Uint32Array(order.length)
  for (const at of order) {
    const digit = ((hashes[at] ?? 0) >>> shift) & 0xffff
    const slot = starts[digit] ?? 0
    sorted[slot] = at
    starts[digit] = slot + 1
  }
  return sorted
}

/** The places of equal seeds: from where to where in their order. */
function* groupsOf(hashes: Uint32Array, order: Uint32Array): Generator<[from: number, to: number]> {
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && hashes[order[to] ?? 0] === hashes[order[from] ?? 0]) to++
    if (to - from > 1) yield [from, to]
    from = to
  }
}

function addMatch(
  index: Match[][],
  { codes, owner, base }: Joined,
  common: Uint8Array,
  i: number,
  j: number,
): void {
  const one = owner[i] ?? 0
  const two = owner[j] ?? 0
  if (one === two) return
  // Not where the run begins: it is taken up there.
  if (i > 0 && j > 0 && codes[i - 1] === codes[j - 1] && common[i - 1] === 0) return
  let length = 0
  while (j + length < codes.length && codes[i + length] === codes[j + length]) length++
  if (length < SEED) return
  const at = i - (base[one] ?? 0)
  const otherAt = j - (base[two] ?? 0)
  index[one]?.push({ at, length, other: two, otherAt })
  index[two]?.push({ at: otherAt, length, other: one, otherAt: at })
}
