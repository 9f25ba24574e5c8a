import { byThreads, type Likeness } from './likeness.ts'
import type { Survey } from './survey.ts'
import { titleCount } from './threading.ts'
import type { Thread } from './works.ts'

/** A link better than this is not doubted. */
const FIRM = 7
/** Content characters on each side of a link in which another source must agree. */
const REACH = 160
const AGREED = 16
/** What another thread may have beyond the place and still end, or begin, there. */
const EDGE = 30

/**
 * Cuts threads at weak links where other sources have the two sides in two different texts: a wrong link
 * in one source would otherwise fuse two works in all.
 */
export function splitThreads(
  threads: readonly Thread[],
  surveys: readonly Survey[],
  likenesses: readonly Likeness[],
): Thread[] {
  const byThread = byThreads(likenesses)
  const cuts = new Map<number, Set<number>>()
  for (const thread of threads) {
    let place = 0
    for (const [at, atom] of thread.atoms.entries()) {
      const link = thread.links[at]
      if (link != null && link.gain < FIRM && isOpposed(thread, place, threads, surveys, byThread))
        cuts.set(thread.id, (cuts.get(thread.id) ?? new Set()).add(at))
      const found = surveys[thread.source]?.page.atoms[atom]
      place += found === undefined ? 0 : found.to - found.from
    }
  }
  return cutThreads(threads, surveys, cuts)
}

/** @param cuts by thread, before which of its atoms it is cut */
export function cutThreads(
  threads: readonly Thread[],
  surveys: readonly Survey[],
  cuts: ReadonlyMap<number, ReadonlySet<number>>,
): Thread[] {
  const result: Thread[] = []
  for (const thread of threads) {
    const places = [0, ...[...(cuts.get(thread.id) ?? [])].sort((a, b) => a - b)]
    for (const [index, from] of places.entries()) {
      result.push(
        part(thread, from, places[index + 1] ?? thread.atoms.length, surveys, result.length),
      )
    }
  }
  return result
}

function part(
  thread: Thread,
  from: number,
  to: number,
  surveys: readonly Survey[],
  id: number,
): Thread {
  if (from === 0 && to === thread.atoms.length) return { ...thread, id }
  const survey = surveys[thread.source]
  const atoms = thread.atoms.slice(from, to)
  const titles = survey === undefined ? 0 : titleCount(survey, atoms)
  return {
    ...thread,
    id,
    atoms,
    links: thread.links.slice(from, to).map((link, index) => (index === 0 ? null : link)),
    titles,
    length: atoms.reduce((sum, atom) => {
      const found = survey?.page.atoms[atom]
      return sum + (found === undefined ? 0 : found.to - found.from)
    }, 0),
  }
}

/** Whether more sources have the two sides of a place apart than together. */
function isOpposed(
  thread: Thread,
  place: number,
  threads: readonly Thread[],
  surveys: readonly Survey[],
  byThread: ReadonlyMap<number, readonly Likeness[]>,
): boolean {
  const before = new Map<number, Partner[]>()
  const after = new Map<number, Partner[]>()
  for (const pair of byThread.get(thread.id) ?? []) {
    const flipped = pair.two === thread.id
    const other = threads[flipped ? pair.one : pair.two]
    if (other === undefined) continue
    const runs = pair.anchors.map(({ one, two, length }) =>
      flipped ? { mine: two, theirs: one, length } : { mine: one, theirs: two, length },
    )
    note(before, other, runs, place - REACH, place)
    note(after, other, runs, place, place + REACH)
  }
  let votes = 0
  for (const [source, lefts] of before) {
    const rights = after.get(source) ?? []
    const [left] = lefts.sort(byShare)
    const [right] = rights.sort(byShare)
    if (left === undefined || right === undefined) continue
    if (lefts.some((one) => rights.some((two) => one.thread.id === two.thread.id))) votes += 1
    else if (
      left.thread.length - left.end > EDGE ||
      isTitled(right.thread, surveys) ||
      right.start > EDGE
    ) {
      votes -= 1
    }
  }
  return votes < 0
}

/** It begins with what is surely a headline. */
function isTitled(thread: Thread, surveys: readonly Survey[]): boolean {
  const [first] = thread.atoms
  return thread.titles > 0 && (surveys[thread.source]?.heads[first ?? -1] ?? 0) > 2
}

interface Partner {
  readonly thread: Thread
  readonly shared: number
  readonly start: number
  readonly end: number
}

function byShare(one: Partner, two: Partner): number {
  return two.shared - one.shared || one.thread.id - two.thread.id
}

/** Keeps, for each source, the threads that share enough in a window. */
function note(
  found: Map<number, Partner[]>,
  other: Thread,
  runs: readonly { readonly mine: number; readonly theirs: number; readonly length: number }[],
  from: number,
  to: number,
): void {
  let [shared, start, end] = [0, Number.POSITIVE_INFINITY, 0]
  for (const { mine, theirs, length } of runs) {
    const first = Math.max(mine, from)
    const last = Math.min(mine + length, to)
    if (last <= first) continue
    shared += last - first
    start = Math.min(start, theirs + first - mine)
    end = Math.max(end, theirs + last - mine)
  }
  if (shared < AGREED) return
  const list = found.get(other.source) ?? []
  found.set(other.source, [...list, { thread: other, shared, start, end }])
}
