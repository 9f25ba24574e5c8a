import { at } from './at.ts'
import type { Grouping } from './grouping.ts'
import { Rows } from './rows.ts'

/**
 * Takes off every variant unit what all witnesses begin or end it with, so that no token that is
 * equal everywhere is at the edge of a variant.
 *
 * @param all by witness: keys of all its tokens
 */
export function trimUnits(grouping: Grouping, all: readonly Int32Array[]): Grouping {
  const width = all.length
  const ends = new Rows(width)
  const equal: boolean[] = []
  const groups: number[] = []
  const start = new Int32Array(width)
  const end = new Int32Array(width)
  const row = new Int32Array(width)
  const emit = (same: boolean, group: number): void => {
    const last = equal.length - 1
    if (same && last >= 0 && equal[last] === true && groups[last] === group) {
      ends.replaceLast(row)
      return
    }
    ends.push(row)
    equal.push(same)
    groups.push(group)
  }
  for (let u = 0; u < grouping.equal.length; u++) {
    const group = grouping.groups[u] ?? 0
    for (let w = 0; w < width; w++) end[w] = at(grouping.ends, u * width + w)
    if (grouping.equal[u] === true) {
      row.set(end)
      emit(true, group)
    } else {
      const shortest = shortestSpan(start, end)
      const head = shortest > 0 ? sharedHead(all, shortest, start) : 0
      const tail = shortest > head ? sharedTail(all, shortest - head, end) : 0
      if (head > 0) {
        for (let w = 0; w < width; w++) row[w] = at(start, w) + head
        emit(true, group)
      }
      let left = false
      for (let w = 0; w < width; w++) {
        row[w] = at(end, w) - tail
        if (at(start, w) + head < at(row, w)) left = true
      }
      if (left) emit(false, group)
      if (tail > 0) {
        row.set(end)
        emit(true, group)
      }
    }
    start.set(end)
  }
  return { ends: ends.all(), equal, groups }
}

function shortestSpan(start: Int32Array, end: Int32Array): number {
  let shortest = Number.MAX_SAFE_INTEGER
  for (let w = 0; w < start.length; w++) shortest = Math.min(shortest, at(end, w) - at(start, w))
  return shortest
}

/** Number of consecutive keys, from the given places on, that all witnesses share. */
function sharedHead(all: readonly Int32Array[], most: number, start: Int32Array): number {
  for (let i = 0; i < most; i++) if (!agree(all, start, i)) return i
  return most
}

/** Number of consecutive shared keys backwards, from the token before the given places. */
function sharedTail(all: readonly Int32Array[], most: number, end: Int32Array): number {
  for (let i = 0; i < most; i++) if (!agree(all, end, -1 - i)) return i
  return most
}

function agree(all: readonly Int32Array[], places: Int32Array, offset: number): boolean {
  let key = -1
  for (let w = 0; w < all.length; w++) {
    const keys = all[w]
    if (keys === undefined) continue
    const here = at(keys, at(places, w) + offset)
    if (w > 0 && here !== key) return false
    key = here
  }
  return true
}
