import { at } from './at.ts'
import { chain } from './chain.ts'
import { alignExactly, alignFlanks, type Means, type Stretch, type Task } from './exact.ts'
import { matchSeeds } from './matches.ts'
import { before, type Profile, ranksOf } from './profile.ts'
import { firstAtOrAfter, type Seeds, seedsOf, within } from './seeds.ts'
import { seedPlan } from './significance.ts'
import { alignTiles } from './tiles.ts'
import { walkBackward, walkForward } from './walk.ts'

/** Up to this many cells a stretch is aligned exactly without looking for anchors first. */
const SMALL = 1 << 12
/** Up to this many cells a stretch without anchors is aligned exactly. */
const LARGE = 1 << 18
/** A side no longer than this is aligned to the ends of the other. */
const FLANK = 192
/** Agreeing tokens at a text's beginning or end that count as such, without an anchor. */
const EDGE = 8

/** Aligns a witness to a profile; see `weave` for the result. */
export function alignToProfile(
  profile: Profile,
  witness: number,
  keys: Int32Array,
  means: Means,
): Int32Array {
  const places = new Int32Array(keys.length)
  const task: Task = { ...means, profile, witness, keys, places, ranks: ranksOf(profile) }
  const stack: Stretch[] = [{ c0: 0, c1: profile.width, p0: 0, p1: keys.length }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const stretch = narrow(task, next)
    const { c0, c1, p0, p1 } = stretch
    if (p0 >= p1) continue
    if (c0 >= c1) {
      places.fill(before(c1), p0, p1)
      continue
    }
    const cells = (c1 - c0) * (p1 - p0)
    if (cells === 1) {
      places[p0] = c0
      continue
    }
    if (cells <= SMALL) {
      alignExactly(task, stretch)
      continue
    }
    const anchors = anchor(task, stretch)
    if (anchors.length > 0) {
      stack.push(...anchors)
      continue
    }
    alignWithoutAnchors(task, stretch, cells)
  }
  return places
}

/** Takes off what agrees at both ends. A beginning or end of a text counts only if enough agrees. */
function narrow(task: Task, { c0, c1, p0, p1 }: Stretch): Stretch {
  const { profile, keys, places } = task
  const atStart = c0 === 0 || p0 === 0
  const atEnd = c1 === profile.width || p1 === keys.length
  const token =
    atStart && (c0 > 0 || p0 > 0) ? p0 : walkForward(profile, keys, c0 - 1, p0, c1, p1, places)
  const enough = !atStart || token - p0 >= EDGE || token === p1
  const start = enough ? token : p0
  const left = start > p0 ? at(places, start - 1) + 1 : c0
  const back =
    atEnd && (c1 < profile.width || p1 < keys.length)
      ? p1
      : walkBackward(profile, keys, c1, p1, left, start, places)
  const enoughBack = !atEnd || p1 - back >= EDGE || back === start
  const end = enoughBack ? back : p1
  const right = end < p1 ? at(places, end) : c1
  return { c0: left, c1: right, p0: start, p1: end }
}

/** Splits a stretch at its anchors, whose places it writes; empty if there are none. */
function anchor(task: Task, { c0, c1, p0, p1 }: Stretch): Stretch[] {
  const { profile, keys, places, evidence, ranks } = task
  const plan = seedPlan(evidence, c1 - c0, p1 - p0)
  if (p1 - p0 < plan.size) return []
  const { threads } = profile
  const seedsIn = (thread: number, all: Int32Array, from: number, to: number): Seeds => {
    // Whole witnesses are hashed once; so is the greater part of one.
    if ((to - from) * 2 < all.length) return seedsOf(all, from, to, plan.size, plan.sampling)
    return within(task.hashed(thread, plan.size, plan.sampling), from, to)
  }
  const seeds = threads.map((thread) => {
    const from = firstAtOrAfter(thread.columns, c0)
    const to = firstAtOrAfter(thread.columns, c1)
    return seedsIn(thread.witness, thread.keys, from, to)
  })
  const own = seedsIn(task.witness, keys, p0, p1)
  const matches = matchSeeds(threads, seeds, keys, own)
  if (matches.count === 0) return []
  const chosen = chain(
    matches,
    {
      ranks,
      columns: [c0, c1],
      tokens: [p0, p1],
      tiedStart: c0 > 0 && p0 > 0,
      tiedEnd: c1 < profile.width && p1 < keys.length,
    },
    plan.sampling,
    plan.penalty,
  )
  const parts: Stretch[] = []
  let column = c0
  let token = p0
  for (const index of chosen) {
    const thread = threads[at(matches.threads, index)]
    if (thread === undefined) continue
    for (let k = Math.max(0, token - at(matches.tokens, index)); k < plan.size; k++) {
      const p = at(matches.tokens, index) + k
      const c = at(thread.columns, at(matches.origins, index) + k)
      if (p < token || c < column) continue
      if (p > token || c > column) parts.push({ c0: column, c1: c, p0: token, p1: p })
      places[p] = c
      token = p + 1
      column = c + 1
    }
  }
  if (token === p0) return []
  parts.push({ c0: column, c1, p0: token, p1 })
  return parts.filter((part) => part.p0 < part.p1)
}

function alignWithoutAnchors(task: Task, stretch: Stretch, cells: number): void {
  const width = stretch.c1 - stretch.c0
  const length = stretch.p1 - stretch.p0
  if (cells <= LARGE) alignExactly(task, stretch)
  else if (Math.min(width, length) <= FLANK) alignFlanks(task, stretch)
  else alignTiles(task, stretch)
}
