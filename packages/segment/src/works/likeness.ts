import type { Match } from '../match/matches.ts'
import type { Thread } from '../order/threads.ts'
import type { Survey } from '../survey/survey.ts'

/** A shared run of two threads, in content characters from their beginnings. */
export interface Anchor {
  readonly one: number
  readonly two: number
  readonly length: number
}

/** How far two threads of different sources are the same text. */
export interface Likeness {
  readonly one: number
  readonly two: number
  /** Shared runs in the order of both. */
  readonly anchors: readonly Anchor[]
  /** Shared characters. */
  readonly shared: number
  /** Places between shared runs where each has something else. */
  readonly breaks: number
  /** Shared characters against all that stand in both over the comparable stretch, 0 to 1. */
  readonly score: number
  readonly spanOne: readonly [number, number]
  readonly spanTwo: readonly [number, number]
}

/** Most that text before another's headline counts against identity, in characters. */
const BEGINNING = 150

/** The likeness of all pairs of threads that share anything. */
export function likenesses(
  threads: readonly Thread[],
  surveys: readonly Survey[],
  matches: readonly (readonly Match[])[],
): Likeness[] {
  const placed = surveys.map((survey, source) => placeAtoms(survey, source, threads))
  const pairs = new Map<number, Anchor[]>()
  for (const [source, list] of matches.entries()) {
    for (const match of list) {
      if (match.other < source) continue
      collect(pairs, match, source, { surveys, placed, count: threads.length })
    }
  }
  return [...pairs.entries()]
    .sort((a, b) => a[0] - b[0])
    .flatMap(([key, anchors]) => {
      const one = threads[Math.floor(key / threads.length)]
      const two = threads[key % threads.length]
      return one === undefined || two === undefined ? [] : [likeness(one, two, anchors)]
    })
}

interface Placed {
  /** Thread of each atom, and where in it the atom begins. */
  readonly thread: Int32Array
  readonly start: Int32Array
}

function placeAtoms({ page }: Survey, source: number, threads: readonly Thread[]): Placed {
  const thread = new Int32Array(page.atoms.length).fill(-1)
  const start = new Int32Array(page.atoms.length)
  for (const { id, atoms, source: own } of threads) {
    if (own !== source) continue
    let at = 0
    for (const index of atoms) {
      const atom = page.atoms[index]
      thread[index] = id
      start[index] = at
      at += atom === undefined ? 0 : atom.to - atom.from
    }
  }
  return { thread, start }
}

/** Where the atoms of all sources stand in threads, and how many threads there are. */
interface Threaded {
  readonly surveys: readonly Survey[]
  readonly placed: readonly Placed[]
  readonly count: number
}

/** Divides a shared run where atoms end on either side. */
function collect(
  pairs: Map<number, Anchor[]>,
  match: Match,
  source: number,
  { surveys, placed, count }: Threaded,
): void {
  const mine = surveys[source]?.page.atoms ?? []
  const theirs = surveys[match.other]?.page.atoms ?? []
  let one = atomAt(mine, match.at)
  let two = atomAt(theirs, match.otherAt)
  let done = 0
  while (done < match.length) {
    const a = mine[one]
    const b = theirs[two]
    if (a === undefined || b === undefined) return
    const length = Math.min(
      match.length - done,
      a.to - (match.at + done),
      b.to - (match.otherAt + done),
    )
    const left = placed[source]
    const right = placed[match.other]
    const threadOne = left?.thread[one] ?? -1
    const threadTwo = right?.thread[two] ?? -1
    if (threadOne >= 0 && threadTwo >= 0 && length > 0) {
      const key = threadOne * count + threadTwo
      const anchors = pairs.get(key) ?? []
      pairs.set(key, anchors)
      anchors.push({
        one: (left?.start[one] ?? 0) + (match.at + done - a.from),
        two: (right?.start[two] ?? 0) + (match.otherAt + done - b.from),
        length,
      })
    }
    done += Math.max(0, length)
    if (a.to <= match.at + done) one++
    if (b.to <= match.otherAt + done) two++
  }
}

function atomAt(atoms: readonly { readonly to: number }[], at: number): number {
  let low = 0
  let high = atoms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((atoms[middle]?.to ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

function likeness(one: Thread, two: Thread, found: readonly Anchor[]): Likeness {
  const anchors = chain(found)
  const first = anchors[0] ?? { one: 0, two: 0, length: 0 }
  const last = anchors.at(-1) ?? first
  let shared = 0
  let breaks = 0
  let apart = Math.min(first.one, first.two)
  // What begins with its own headline begins where the work begins: an excerpt has no claim to one.
  if (one.titles > 0) apart += Math.min(BEGINNING, Math.max(0, first.two - first.one))
  if (two.titles > 0) apart += Math.min(BEGINNING, Math.max(0, first.one - first.two))
  let [endOne, endTwo] = [first.one, first.two]
  for (const anchor of anchors) {
    shared += anchor.length
    if (anchor !== first && anchor.one > endOne && anchor.two > endTwo) breaks++
    apart += Math.max(0, Math.min(anchor.one - endOne, anchor.two - endTwo))
    endOne = anchor.one + anchor.length
    endTwo = anchor.two + anchor.length
  }
  apart += Math.min(one.length - endOne, two.length - endTwo)
  return {
    one: one.id,
    two: two.id,
    anchors,
    shared,
    breaks,
    score: shared / Math.max(1, shared + apart),
    spanOne: [first.one, last.one + last.length],
    spanTwo: [first.two, last.two + last.length],
  }
}

/** The heaviest set of runs that stand in one order in both: a chain, in O(n log n). */
function chain(found: readonly Anchor[]): Anchor[] {
  const anchors = [...found].sort((a, b) => a.one - b.one || a.two - b.two)
  const ends = [...new Set(anchors.map((anchor) => anchor.two + anchor.length))].sort(
    (a, b) => a - b,
  )
  // Best chain so far by its end in the second thread: a Fenwick tree of maxima.
  const best = new Int32Array(ends.length + 1).fill(-1)
  const weight = new Float64Array(anchors.length)
  const before = new Int32Array(anchors.length).fill(-1)
  const heavier = (a: number, b: number): number =>
    b < 0 || (a >= 0 && (weight[a] ?? 0) >= (weight[b] ?? 0)) ? a : b
  const pending: number[] = []
  const settle = (upTo: number): void => {
    // A run can be followed only by runs that start after its end in the first thread.
    for (let at = 0; at < pending.length; ) {
      const index = pending[at] ?? 0
      const anchor = anchors[index]
      if (anchor !== undefined && anchor.one + anchor.length <= upTo) {
        for (
          let node = rank(ends, anchor.two + anchor.length);
          node <= ends.length;
          node += node & -node
        ) {
          best[node] = heavier(index, best[node] ?? -1)
        }
        pending[at] = pending.at(-1) ?? 0
        pending.pop()
      } else at++
    }
  }
  let top = -1
  for (const [index, anchor] of anchors.entries()) {
    settle(anchor.one)
    let previous = -1
    for (let node = rank(ends, anchor.two + 0.5) - 1; node > 0; node -= node & -node) {
      previous = heavier(best[node] ?? -1, previous)
    }
    weight[index] = anchor.length + (previous < 0 ? 0 : (weight[previous] ?? 0))
    before[index] = previous
    pending.push(index)
    top = heavier(index, top)
  }
  const result: Anchor[] = []
  for (let at = top; at >= 0; at = before[at] ?? -1) {
    const anchor = anchors[at]
    if (anchor !== undefined) result.push(anchor)
  }
  return result.reverse()
}

/** One-based rank of the first end at or above a value. */
function rank(ends: readonly number[], value: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low + 1
}

/** The likenesses of each thread. */
export function byThreads(likenesses: readonly Likeness[]): Map<number, Likeness[]> {
  const found = new Map<number, Likeness[]>()
  for (const pair of likenesses) {
    for (const id of [pair.one, pair.two]) {
      const list = found.get(id) ?? []
      list.push(pair)
      found.set(id, list)
    }
  }
  return found
}
