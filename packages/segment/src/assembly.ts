import type { Likeness } from './likeness.ts'
import type { Thread } from './works.ts'

/**
 * Where the threads of one work begin, in characters from the beginning of the longest of them, negative
 * before it: laid out as sequence assembly lays out reads, each by the thread already in place with which it
 * shares most (a maximum spanning tree). Threads that share nothing with the others have no place.
 */
export function layoutOf(
  threads: readonly Thread[],
  byThread: ReadonlyMap<number, readonly Likeness[]>,
): ReadonlyMap<number, number> {
  const own = new Map(threads.map((thread) => [thread.id, thread]))
  const places = new Map<number, number>()
  const [root] = [...threads].sort((a, b) => b.length - a.length || a.id - b.id)
  if (root === undefined) return places
  places.set(root.id, 0)
  const open = new Set(byThread.get(root.id) ?? [])
  while (open.size > 0) {
    let best: Likeness | null = null
    for (const pair of open) {
      if (
        best === null ||
        pair.shared > best.shared ||
        (pair.shared === best.shared &&
          (pair.one < best.one || (pair.one === best.one && pair.two < best.two)))
      ) {
        best = pair
      }
    }
    if (best === null) break
    open.delete(best)
    const { one, two, spanOne, spanTwo } = best
    const [atOne, atTwo] = [places.get(one), places.get(two)]
    const next = atOne === undefined ? one : two
    if ((atOne === undefined) === (atTwo === undefined) || !own.has(next)) continue
    const place =
      atOne === undefined ? (atTwo ?? 0) + spanTwo[0] - spanOne[0] : atOne + spanOne[0] - spanTwo[0]
    places.set(next, place)
    for (const pair of byThread.get(next) ?? []) open.add(pair)
  }
  return places
}
