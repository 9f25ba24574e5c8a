import type { Page } from '../page/types.ts'
import type { Match } from './matches.ts'

/** Farthest that a shared run may end from a cut to speak of it, in content characters. */
const SLACK = 24
/** Farthest apart, in the other source, of what the two sides of a cut predict. */
const DRIFT = 6

/** Where another source has the text next to one side of a cut. */
interface Foothold {
  readonly atom: number
  readonly other: number
  /** Content index, in the other source, of the first character after the cut. */
  readonly at: number
  /** Shared characters on this side. */
  readonly strength: number
  /** Unshared characters between them and the cut. */
  readonly slack: number
}

/** Another source has both sides of a cut without one. */
export interface Overlap {
  readonly weight: number
  readonly other: number
  readonly at: number
  readonly sources: number
}

export interface Footholds {
  /** By atom: what follows its end, elsewhere. */
  readonly ends: readonly (readonly Foothold[])[]
  /** By atom: where its beginning stands, elsewhere. */
  readonly starts: readonly (readonly Foothold[])[]
}

/** For one source, where others have the text at the ends and beginnings of its atoms. */
export function footholds(page: Page, matches: readonly Match[]): Footholds {
  const ends: Foothold[][] = page.atoms.map(() => [])
  const starts: Foothold[][] = page.atoms.map(() => [])
  let first = 0
  for (const match of matches) {
    const stop = match.at + match.length
    while ((page.atoms[first]?.to ?? Number.POSITIVE_INFINITY) <= match.at) first++
    for (let index = Math.max(0, first - 1); index < page.atoms.length; index++) {
      const atom = page.atoms[index]
      if (atom === undefined || atom.from > stop + SLACK) break
      const after = atom.to
      // What ends before an atom begins says nothing of it: the lines of a page need not belong together.
      if (after - match.at >= 4 && after <= stop + SLACK && stop > atom.from) {
        ends[index]?.push({
          atom: index,
          other: match.other,
          at: match.otherAt + (after - match.at),
          strength: Math.min(after, stop) - match.at,
          slack: Math.max(0, after - stop),
        })
      }
    }
    for (let index = startingFrom(page, match.at - SLACK); index < page.atoms.length; index++) {
      const atom = page.atoms[index]
      if (atom === undefined || atom.from > stop - 4) break
      if (atom.to <= match.at) continue
      starts[index]?.push({
        atom: index,
        other: match.other,
        at: match.otherAt + (atom.from - match.at),
        strength: stop - Math.max(atom.from, match.at),
        slack: Math.max(0, match.at - atom.from),
      })
    }
  }
  return { ends, starts }
}

/** Index of the first atom that starts at or after a content index. */
function startingFrom({ atoms }: Page, at: number): number {
  let low = 0
  let high = atoms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((atoms[middle]?.from ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** The pairs of atoms that another source has one after the other, with the weight of that, in nats. */
export function overlaps(
  { ends, starts }: Footholds,
  others: readonly Cuts[],
): Map<number, Map<number, Overlap>> {
  const byOther = new Map<number, Foothold[]>()
  for (const list of starts) {
    for (const start of list) {
      const places = byOther.get(start.other) ?? []
      places.push(start)
      byOther.set(start.other, places)
    }
  }
  for (const list of byOther.values()) list.sort((a, b) => a.at - b.at || a.atom - b.atom)
  const found = new Map<number, Map<number, Overlap>>()
  for (const list of ends) {
    for (const end of list) {
      const places = byOther.get(end.other) ?? []
      for (let at = firstFrom(places, end.at - DRIFT); at < places.length; at++) {
        const start = places[at]
        if (start === undefined || start.at > end.at + DRIFT) break
        if (start.atom === end.atom) continue
        const other = others[end.other]
        if (other === undefined) continue
        // What both sides predict to the letter needs no room for misread characters.
        const exact = end.slack === 0 && start.slack === 0 && start.at === end.at
        const near = exact ? 0 : NEAR
        const most = Math.min(ceiling(other, start.at, near), ceiling(other, end.at, near))
        const weight = Math.min(most, weigh(end, start))
        if (weight <= 0.5) continue
        const followers = found.get(end.atom) ?? new Map<number, Overlap>()
        found.set(end.atom, followers)
        const known = followers.get(start.atom)
        if (known === undefined) {
          followers.set(start.atom, { weight, other: end.other, at: start.at, sources: 1 })
        } else if (known.other !== end.other || weight > known.weight) {
          const more = known.other === end.other ? 0 : 1
          const best = weight > known.weight ? { weight, other: end.other, at: start.at } : known
          followers.set(start.atom, { ...best, sources: known.sources + more })
        }
      }
    }
  }
  return found
}

/** Whether another source surely has the text of two atoms one after the other, in running text. */
export function readsOver(
  { ends, starts }: Footholds,
  others: readonly Cuts[],
  from: number,
  to: number,
): boolean {
  return (ends[from] ?? []).some((end) =>
    (starts[to] ?? []).some(
      (start) =>
        start.other === end.other &&
        Math.abs(start.at - end.at) <= DRIFT &&
        weigh(end, start) > AT_CUT.closed &&
        readsOn(others[start.other], start.at),
    ),
  )
}

function weigh(end: Foothold, start: Foothold): number {
  const shared = Math.min(16, end.strength) + Math.min(16, start.strength)
  const drift = Math.abs(end.at - start.at)
  const loose = end.slack + start.slack
  return 0.32 * shared - 0.1 * loose - Math.max(0, drift - loose / 6) * 0.8 - 1
}

/** What a source shows of a place between two of its atoms. */
export type Cut =
  /** The text surely runs on. */
  | 'none'
  /** A sentence ends. */
  | 'closed'
  /** It may run on. */
  | 'open'
  /** A headline stands below. */
  | 'head'
  /** A headline stands above, and none below. */
  | 'under'

/** What is known of the cuts of a source before overlaps are: by atom, of the cut after it. */
export interface Cuts {
  readonly page: Page
  readonly cuts: readonly Cut[]
  /** Log-odds that its paragraphs stand in order. */
  readonly flow: number
}

/** Most that a source is believed, in nats, where it has a cut of its own. */
const AT_CUT: Readonly<Record<Cut, number>> = { none: 99, under: 6, closed: 3.5, open: 2, head: 0 }

/** Misread characters shift what is predicted by a few places. */
const NEAR = 3

/** The cuts of a source near one of its places; null where a jump line or its beginning stands there. */
function cutsNear({ page, cuts }: Cuts, at: number, near: number): readonly Cut[] | null {
  const found: Cut[] = []
  for (let index = startingFrom(page, at - near); index < page.atoms.length; index++) {
    const atom = page.atoms[index]
    if (atom === undefined || atom.from > at + near) break
    const before = page.atoms[index - 1]
    if (before === undefined || before.jumpOut !== null || atom.jumpIn !== null) return null
    found.push(cuts[index - 1] ?? 'open')
  }
  return found
}

/**
 * Most weight of a source at one of its places: that of the worst cut near it.
 *
 * @param near how far, in content characters, on either side.
 */
function ceiling(source: Cuts, at: number, near = NEAR): number {
  const cuts = cutsNear(source, at, near)
  if (cuts === null) return AT_CUT.head
  return cuts.reduce((least, cut) => {
    // What stands under a headline belongs to it, however disordered the page.
    const most =
      cut === 'none' || cut === 'under' ? AT_CUT[cut] : Math.min(source.flow, AT_CUT[cut])
    return Math.min(least, most)
  }, AT_CUT.none)
}

/** Whether a source reads on at a place: the place is no cut of its own. */
function readsOn(cuts: Cuts | undefined, at: number): boolean {
  return cuts !== undefined && ceiling(cuts, at) === AT_CUT.none
}

function firstFrom(places: readonly Foothold[], at: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
