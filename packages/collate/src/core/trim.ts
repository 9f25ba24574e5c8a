import { at } from './at.ts'
import type { Grouping } from './grouping.ts'

/**
 * Takes off every variant unit what all witnesses begin or end it with, so that no token that is
 * equal everywhere stands at the edge of a variant.
 *
 * @param all by witness: keys of all its tokens
 */
export function trimUnits(grouping: Grouping, all: readonly Int32Array[]): Grouping {
  const width = all.length
  const ends: number[] = []
  const equal: boolean[] = []
  const groups: number[] = []
  const position = new Int32Array(width)
  const emit = (same: boolean, group: number, to: (w: number) => number): void => {
    const last = equal.length - 1
    const extend = same && last >= 0 && equal[last] === true && groups[last] === group
    for (let w = 0; w < width; w++) {
      const end = to(w)
      position[w] = end
      if (extend) ends[last * width + w] = end
      else ends.push(end)
    }
    if (extend) return
    equal.push(same)
    groups.push(group)
  }
  for (let u = 0; u < grouping.equal.length; u++) {
    const group = grouping.groups[u] ?? 0
    const end = (w: number): number => grouping.ends[u * width + w] ?? 0
    if (grouping.equal[u] === true) {
      emit(true, group, end)
      continue
    }
    const start = position.slice()
    const shortest = shortestSpan(start, end)
    const head = shared(all, shortest, (w, i) => at(start, w) + i)
    const tail = shared(all, shortest - head, (w, i) => end(w) - 1 - i)
    if (head > 0) emit(true, group, (w) => at(start, w) + head)
    if (anyLeft(position, end, tail)) emit(false, group, (w) => end(w) - tail)
    if (tail > 0) emit(true, group, end)
  }
  return { ends, equal, groups }
}

function shortestSpan(start: Int32Array, end: (w: number) => number): number {
  let shortest = Number.MAX_SAFE_INTEGER
  for (let w = 0; w < start.length; w++) shortest = Math.min(shortest, end(w) - at(start, w))
  return shortest
}

/** How many keys in a row, at the given places, are the same in all witnesses. */
function shared(
  all: readonly Int32Array[],
  most: number,
  place: (w: number, i: number) => number,
): number {
  for (let i = 0; i < most; i++) {
    let key = -1
    for (let w = 0; w < all.length; w++) {
      const keys = all[w]
      if (keys === undefined) continue
      const here = at(keys, place(w, i))
      if (w > 0 && here !== key) return i
      key = here
    }
  }
  return Math.max(0, most)
}

function anyLeft(position: Int32Array, end: (w: number) => number, tail: number): boolean {
  for (let w = 0; w < position.length; w++) if (at(position, w) < end(w) - tail) return true
  return false
}
