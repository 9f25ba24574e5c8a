/**
 * The heaviest choice of items whose places rise, or stay, from each to the next: what stands in order when as little
 * as possible is taken for moved. O(n log n); of two choices of one weight, that with the earlier items.
 *
 * @param weigh place and weight of an item; weights are positive
 * @example heaviestRise([3, 1, 2], (at) => ({ place: at, weight: 1 })) // {1, 2}
 */
export function heaviestRise<T>(
  items: readonly T[],
  weigh: (item: T) => { readonly place: number; readonly weight: number },
): ReadonlySet<T> {
  const weighed = items.map(weigh)
  const ranks = ranksOf(weighed.map(({ place }) => place))
  // A Fenwick tree of the heaviest rise that ends at a place up to one.
  const tree: (Rise<T> | undefined)[] = []
  let best: Rise<T> | undefined
  for (const [at, { place, weight }] of weighed.entries()) {
    const item = items[at]
    const rank = ranks.get(place)
    if (item === undefined || rank === undefined) continue
    let before: Rise<T> | undefined
    for (let node = rank; node > 0; node -= node & -node) before = heavier(before, tree[node])
    const rise: Rise<T> = { item, before, weight: weight + (before?.weight ?? 0) }
    for (let node = rank; node <= ranks.size; node += node & -node)
      tree[node] = heavier(tree[node], rise)
    best = heavier(best, rise)
  }
  const chosen = new Set<T>()
  for (let rise = best; rise !== undefined; rise = rise.before) chosen.add(rise.item)
  return chosen
}

interface Rise<T> {
  readonly item: T
  readonly before: Rise<T> | undefined
  /** Of this item and all before it. */
  readonly weight: number
}

/** Of two rises of one weight the first. */
function heavier<T>(one: Rise<T> | undefined, two: Rise<T> | undefined): Rise<T> | undefined {
  if (one === undefined || two === undefined) return one ?? two
  return two.weight > one.weight ? two : one
}

/** Places in order, counted from 1. */
function ranksOf(places: readonly number[]): ReadonlyMap<number, number> {
  const sorted = [...new Set(places)].sort((a, b) => a - b)
  return new Map(sorted.map((place, at) => [place, at + 1]))
}
