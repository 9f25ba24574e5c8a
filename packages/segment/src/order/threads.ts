import { type Assigned, assign } from './assign.ts'
import type { Link } from './evidence.ts'

/** A link that the assignment chose, with how much better it is than its rivals, in nats. */
export interface ChosenLink extends Link {
  readonly margin: number
}

/** Atoms of one source in reading order; `links[i]` leads to `atoms[i]`, null on the first. */
export interface Chain {
  readonly atoms: readonly number[]
  readonly links: readonly (ChosenLink | null)[]
}

/** Atoms of one source in reading order, taken for one text. */
export interface Thread {
  readonly id: number
  readonly source: number
  readonly atoms: readonly number[]
  readonly links: readonly (ChosenLink | null)[]
  /** Headlines at its beginning: so many of its atoms. */
  readonly titles: number
  /** Content characters. */
  readonly length: number
  /** Index of the specification that the editor gives it to; null where nothing is said. */
  readonly label: number | null
  /** Atoms before which the editor says that text is missing. */
  readonly gaps: readonly number[]
}

/** Chooses the best one-to-one set of links and follows them. */
export function chainsOf(count: number, links: readonly Link[]): Chain[] {
  const chosen = assign(
    count,
    count,
    links.map((link) => ({ row: link.from, column: link.to, gain: link.gain })),
  )
  const byPair = new Map(links.map((link) => [link.from * count + link.to, link]))
  const next = new Map<number, ChosenLink>()
  for (const pair of withoutCycles(count, chosen)) {
    const link = byPair.get(pair.row * count + pair.column)
    if (link !== undefined) next.set(pair.row, { ...link, margin: pair.margin })
  }
  const heads = new Set(Array.from({ length: count }, (_, at) => at))
  for (const link of next.values()) heads.delete(link.to)
  return [...heads].map((head) => {
    const atoms = [head]
    const into: (ChosenLink | null)[] = [null]
    for (let link = next.get(head); link !== undefined; link = next.get(link.to)) {
      atoms.push(link.to)
      into.push(link)
    }
    return { atoms, links: into }
  })
}

/** A ring of links has no beginning: its weakest link is dropped. */
function withoutCycles(count: number, pairs: readonly Assigned[]): Assigned[] {
  const next = new Map(pairs.map((pair) => [pair.row, pair]))
  const state = new Uint8Array(count)
  const entered = new Set(pairs.map((pair) => pair.column))
  for (let at = 0; at < count; at++) {
    if (entered.has(at)) continue
    for (let pair = next.get(at), here = at; ; here = pair.column, pair = next.get(here)) {
      state[here] = 1
      if (pair === undefined) break
    }
  }
  for (let at = 0; at < count; at++) {
    if (state[at] === 1) continue
    let weakest: Assigned | null = null
    for (let here = at; state[here] !== 1; ) {
      state[here] = 1
      const pair = next.get(here)
      if (pair === undefined) break
      if (weakest === null || pair.gain < weakest.gain) weakest = pair
      here = pair.column
    }
    if (weakest !== null) next.delete(weakest.row)
  }
  return [...next.values()].sort((a, b) => a.row - b.row)
}
