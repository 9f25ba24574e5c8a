/** Sources that each is compared with, at most: the opinion of further copies of one text adds nothing. */
const MOST = 12
/** One in so many seeds is counted. */
const SAMPLED = 8

/** Whether two sources are compared. */
export type Partners = (one: number, two: number) => boolean

/**
 * Of many copies of one text each is compared with those that it shares most with, and all stay linked through one
 * another: so the work grows with the copies, not with their pairs.
 *
 * @param owner by place, the source that has it
 * @param groups the places that share a seed: `from` to `to` in `order`
 */
export function partnersOf(
  count: number,
  owner: Uint16Array,
  order: Uint32Array,
  groups: Iterable<readonly [from: number, to: number]>,
): Partners {
  if (count <= MOST + 1) return () => true
  const shared = new Uint32Array(count * count)
  let seen = 0
  for (const [from, to] of groups) {
    if (seen++ % SAMPLED !== 0) continue
    const owners = [...new Set(order.subarray(from, to).map((at) => owner[at] ?? 0))]
    for (const one of owners)
      for (const two of owners) {
        const at = one * count + two
        if (one !== two) shared[at] = (shared[at] ?? 0) + 1
      }
  }
  const kept = new Uint8Array(count * count)
  const keep = (one: number, two: number): void => {
    kept[one * count + two] = 1
    kept[two * count + one] = 1
  }
  const strength = (one: number, two: number): number => shared[one * count + two] ?? 0
  for (let one = 0; one < count; one++) {
    const others = Array.from({ length: count }, (_, two) => two)
      .filter((two) => strength(one, two) > 0)
      .sort((a, b) => strength(one, b) - strength(one, a) || a - b)
    for (const two of others.slice(0, MOST)) keep(one, two)
  }
  for (const [one, two] of spanning(count, strength)) keep(one, two)
  return (one, two) => kept[one * count + two] === 1
}

/** The pairs that link all sources that share anything, by what they share most (Prim 1957). */
function spanning(
  count: number,
  strength: (one: number, two: number) => number,
): [number, number][] {
  const pairs: [number, number][] = []
  const best = Array.from({ length: count }, () => ({ from: 0, strength: 0 }))
  const left = new Set(best.keys())
  for (let here: number | undefined = 0; here !== undefined; ) {
    left.delete(here)
    let next: number | undefined
    for (const other of left) {
      const own = strength(here, other)
      if (own > (best[other]?.strength ?? 0)) best[other] = { from: here, strength: own }
      if (next === undefined || (best[other]?.strength ?? 0) > (best[next]?.strength ?? 0))
        next = other
    }
    const link: { from: number; strength: number } | undefined =
      next === undefined ? undefined : best[next]
    if (next !== undefined && link !== undefined && link.strength > 0) pairs.push([link.from, next])
    here = next
  }
  return pairs
}
