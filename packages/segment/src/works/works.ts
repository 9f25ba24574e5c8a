import { titleLikeness } from '../match/affinity.ts'
import type { Match } from '../match/matches.ts'
import { titleOf } from '../order/text.ts'
import type { Thread } from '../order/threads.ts'
import type { Survey } from '../survey/survey.ts'
import { byThreads, type Likeness, likenesses } from './likeness.ts'

/** Threads of all sources that are one work. */
export interface Cluster {
  readonly threads: readonly Thread[]
}

/** Least share of the comparable text that two threads of one work have in common. */
const IDENTITY = 0.5
/** The same under headlines that are unlike: then it must be the text itself, set under another headline. */
const SURE = 0.8
/** Least share of the shorter thread: what is less is a quotation at the edge. */
const COVERAGE = 0.3
const FEWEST = 12

export interface Clustering {
  readonly clusters: readonly Cluster[]
  readonly likenesses: readonly Likeness[]
}

/**
 * Puts threads of different sources together that are one work. Tells identity from reuse as sequence
 * assembly does: copies of one text agree from the edge of one of them to the edge of one of them,
 * quotations begin and end in the middle of both. One source has a passage of a work only once.
 */
export function clusterThreads(
  threads: readonly Thread[],
  surveys: readonly Survey[],
  matches: readonly (readonly Match[])[],
): Clustering {
  const pairs = likenesses(threads, surveys, matches)
  const parent = threads.map((_, index) => index)
  const find = (at: number): number => {
    let root = at
    while (parent[root] !== root) root = parent[root] ?? root
    return root
  }
  const byThread = byThreads(pairs)
  const members = new Map<number, number[]>(threads.map((_, index) => [index, [index]]))
  uniteLabels(threads, parent, members)
  const ranked = pairs
    .filter((pair) => isIdentity(pair, threads, surveys))
    .sort((a, b) => b.shared * b.score - a.shared * a.score || a.one - b.one || a.two - b.two)
  for (const pair of ranked) {
    const [one, two] = [find(pair.one), find(pair.two)]
    if (one === two) continue
    const [left, right] = [members.get(one) ?? [], members.get(two) ?? []]
    if (differ(left, right, threads) || collide(left, right, threads, byThread)) continue
    parent[two] = one
    members.set(one, [...left, ...right])
    members.delete(two)
  }
  const clusters = [...members.values()]
    .map((ids) => ids.sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
    .map((ids) => ({ threads: ids.flatMap((id) => threads[id] ?? []) }))
  return { clusters, likenesses: pairs }
}

/** What the editor gives to one work is one work. */
function uniteLabels(
  threads: readonly Thread[],
  parent: number[],
  members: Map<number, number[]>,
): void {
  const first = new Map<number, number>()
  for (const { id, label } of threads) {
    if (label === null) continue
    const root = first.get(label)
    if (root === undefined) first.set(label, id)
    else {
      parent[id] = root
      members.set(root, [...(members.get(root) ?? []), id])
      members.delete(id)
    }
  }
}

/** Whether the editor gives two groups to two works. */
function differ(
  left: readonly number[],
  right: readonly number[],
  threads: readonly Thread[],
): boolean {
  const labelOf = (ids: readonly number[]): number | null =>
    ids.map((id) => threads[id]?.label ?? null).find((label) => label !== null) ?? null
  const [one, two] = [labelOf(left), labelOf(right)]
  return one !== null && two !== null && one !== two
}

function isIdentity(
  pair: Likeness,
  threads: readonly Thread[],
  surveys: readonly Survey[],
): boolean {
  const one = threads[pair.one]
  const two = threads[pair.two]
  if (one === undefined || two === undefined || pair.shared < FEWEST) return false
  if (pair.shared < COVERAGE * Math.min(one.length, two.length)) return false
  const titled = one.titles > 0 && two.titles > 0
  const unlike = titled && titleLikeness(titleOf(one, surveys), titleOf(two, surveys)) < UNLIKE
  return pair.score >= (unlike ? SURE : IDENTITY) && !isMould(pair, one, two, surveys)
}

/** What two texts of one mould share runs on so long, at most, and differs in so many places, at least. */
const MOULDED = 30
const FILLED = 4
/** Most that the headlines of two such texts are alike (Dice, of pairs of characters). */
const UNLIKE = 0.6

/**
 * Whether two texts are filled into one mould, as notices and reports of one kind are: other words again and
 * again, all over them, under another headline. The errors of copies leave longer runs, and the headline.
 */
function isMould(
  { shared, breaks }: Likeness,
  one: Thread,
  two: Thread,
  surveys: readonly Survey[],
): boolean {
  if (one.titles === 0 || two.titles === 0) return false
  if (breaks < FILLED || shared >= MOULDED * (breaks + 1)) return false
  return titleLikeness(titleOf(one, surveys), titleOf(two, surveys)) < UNLIKE
}

/** Whether two groups hold threads of one source that cover the same stretch of a third. */
function collide(
  left: readonly number[],
  right: readonly number[],
  threads: readonly Thread[],
  byThread: ReadonlyMap<number, readonly Likeness[]>,
): boolean {
  for (const one of left) {
    for (const two of right) {
      if (threads[one]?.source !== threads[two]?.source) continue
      for (const reference of [...left, ...right]) {
        const first = spanIn(reference, one, byThread)
        const second = spanIn(reference, two, byThread)
        if (first === null || second === null) continue
        const common = Math.min(first[1], second[1]) - Math.max(first[0], second[0])
        const shorter = Math.min(first[1] - first[0], second[1] - second[0])
        if (common > 0.3 * shorter) return true
      }
    }
  }
  return false
}

/** The stretch of `reference` that a thread shares with it, in content characters. */
function spanIn(
  reference: number,
  thread: number,
  byThread: ReadonlyMap<number, readonly Likeness[]>,
): readonly [number, number] | null {
  for (const pair of byThread.get(thread) ?? []) {
    if (pair.one === reference && pair.two === thread) return pair.spanOne
    if (pair.two === reference && pair.one === thread) return pair.spanTwo
  }
  return null
}
