import type { ChosenLink, Thread } from '../order/threads.ts'
import type { Survey } from '../survey/survey.ts'
import type { Cluster } from './works.ts'

/** A work that stands within another in every source has at most this share of it. */
const SHARE = 0.1

/** Where atoms of a thread stand within another cluster: in which of its threads, behind which atom. */
interface Berth {
  readonly source: number
  readonly atoms: readonly number[]
  readonly host: number
  readonly within: Thread
  readonly after: number
  /** Whether they are the last of a file that has nothing else. */
  readonly closing: boolean
}

/**
 * Gives back to a text what stands in the same place within it in every source that has it: verses, refrains
 * and closing lines that repeat, or are repeated elsewhere, and so have no match of their own. Two sources
 * at least must have it so, of which each is evidence for the other: what stands so in one alone may be an
 * article of another column, unless it is the last line of a file that has nothing else.
 */
export function absorbEmbedded(
  clusters: readonly Cluster[],
  surveys: readonly Survey[],
): Cluster[] {
  const lengths = clusters.map(lengthOf)
  const places = placesOf(clusters, lengths)
  const moved = new Map<number, Berth[]>()
  for (const [index, cluster] of clusters.entries()) {
    const berths = berthsOf(cluster, index, lengths, places)
    const [first] = berths
    const sources = new Set(cluster.threads.map((t) => t.source))
    if (first === undefined || first === null) continue
    if (sources.size < 2 && !berths.every((b) => b?.closing === true)) continue
    if (berths.some((b) => b === null || b.host !== first.host)) continue
    if ((lengths[index] ?? 0) > SHARE * (lengths[first.host] ?? 0)) continue
    moved.set(
      index,
      berths.flatMap((b) => b ?? []),
    )
  }
  const guests = new Map<number, Berth[]>()
  for (const berth of [...moved.values()].flat()) {
    const own = guests.get(berth.host) ?? []
    own.push(berth)
    guests.set(berth.host, own)
  }
  return clusters.flatMap((cluster, index) => {
    if (moved.has(index)) return []
    const own = guests.get(index) ?? []
    if (own.length === 0) return [cluster]
    return [{ threads: cluster.threads.map((thread) => withGuests(thread, own, surveys)) }]
  })
}

/** What stands in one source: by atom the cluster and the thread that have it. */
interface Inhabited {
  readonly atoms: ReadonlyMap<number, { readonly cluster: number; readonly thread: Thread }>
  readonly last: number
  /** Its clusters, the longest first. */
  readonly longest: readonly number[]
}

type Places = ReadonlyMap<number, Inhabited>

function placesOf(clusters: readonly Cluster[], lengths: readonly number[]): Places {
  const places = new Map<number, Map<number, { cluster: number; thread: Thread }>>()
  for (const [cluster, { threads }] of clusters.entries()) {
    for (const thread of threads) {
      const own = places.get(thread.source) ?? new Map()
      for (const atom of thread.atoms) own.set(atom, { cluster, thread })
      places.set(thread.source, own)
    }
  }
  return new Map(
    [...places].map(([source, atoms]): [number, Inhabited] => {
      let last = -1
      for (const atom of atoms.keys()) last = Math.max(last, atom)
      const held = [...new Set([...atoms.values()].map(({ cluster }) => cluster))]
      const longest = held.sort((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0)).slice(0, 2)
      return [source, { atoms, last, longest }]
    }),
  )
}

/** Where each run of atoms of a cluster stands; null for one that does not stand within one other cluster. */
function berthsOf(
  cluster: Cluster,
  index: number,
  lengths: readonly number[],
  places: Places,
): (Berth | null)[] {
  return cluster.threads.flatMap((thread): (Berth | null)[] => {
    const inhabited = places.get(thread.source)
    const own = inhabited?.atoms
    // A headline with a text under it is a work of its own.
    const headed = thread.titles > 0 && thread.titles < thread.atoms.length
    if (inhabited === undefined || own === undefined || headed || thread.label !== null)
      return [null]
    return partsOf(thread, own, index).map((atoms) => {
      const before = nearest(own, atoms[0] ?? 0, -1, 0, index)
      const behind = nearest(own, atoms.at(-1) ?? 0, 1, inhabited.last, index)
      if (before === undefined || before.place.thread.label !== null) return null
      const host = before.place.cluster
      if (behind !== undefined && behind.place.cluster !== host) return null
      // At the end of a file only where nothing else stands in it.
      const other = inhabited.longest.find((cluster) => cluster !== host)
      const alone = other === undefined || (lengths[other] ?? 0) <= SHARE * (lengths[host] ?? 0)
      if (behind === undefined && !alone) return null
      return {
        source: thread.source,
        atoms,
        host,
        within: before.place.thread,
        after: before.at,
        closing: behind === undefined,
      }
    })
  })
}

/** The atoms of a thread in file order, parted where atoms of other clusters stand between. */
function partsOf(
  thread: Thread,
  own: ReadonlyMap<number, { readonly cluster: number }>,
  index: number,
): number[][] {
  const parts: number[][] = []
  let last = -1
  for (const atom of thread.atoms.toSorted((a, b) => a - b)) {
    let apart = parts.length === 0
    for (let at = last + 1; at < atom; at++)
      if ((own.get(at)?.cluster ?? index) !== index) apart = true
    if (apart) parts.push([atom])
    else parts.at(-1)?.push(atom)
    last = atom
  }
  return parts
}

function nearest(own: Inhabited['atoms'], from: number, step: 1 | -1, end: number, except: number) {
  for (let at = from + step; step > 0 ? at <= end : at >= end; at += step) {
    const place = own.get(at)
    if (place !== undefined && place.cluster !== except) return { at, place }
  }
  return undefined
}

const lengthOf = (cluster: Cluster | undefined): number =>
  (cluster?.threads ?? []).reduce((sum, { length }) => sum + length, 0)

/** A thread with the atoms of its guests in their places. */
function withGuests(thread: Thread, berths: readonly Berth[], surveys: readonly Survey[]): Thread {
  const own = berths
    .filter((berth) => berth.within === thread)
    .toSorted((a, b) => (a.atoms[0] ?? 0) - (b.atoms[0] ?? 0))
  if (own.length === 0) return thread
  const atoms: number[] = []
  const links: (ChosenLink | null)[] = []
  let { length } = thread
  for (const [at, atom] of thread.atoms.entries()) {
    atoms.push(atom)
    links.push(thread.links[at] ?? null)
    for (const guest of own.flatMap((berth) => (berth.after === atom ? berth.atoms : []))) {
      links.push(placed(atoms.at(-1) ?? atom, guest))
      atoms.push(guest)
      const found = surveys[thread.source]?.page.atoms[guest]
      length += found === undefined ? 0 : found.to - found.from
    }
  }
  return { ...thread, atoms, links, length }
}

/** A link that rests on the place alone. */
const placed = (from: number, to: number): ChosenLink => ({
  from,
  to,
  gain: 0,
  margin: 0,
  evidence: [{ weight: 0, reason: { kind: 'everywhere' } }],
})
