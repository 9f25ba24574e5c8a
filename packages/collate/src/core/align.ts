import { at } from './at.ts'
import { bridge, nextAgreement } from './bridge.ts'
import { type Chain, chain, type Frame } from './chain.ts'
import { alignExactly, alignFlanks, type Means, type Stretch, type Task } from './exact.ts'
import { type Matches, matchSeeds } from './matches.ts'
import { type Manner, matchNear, type Waypoint } from './near.ts'
import { before, type Profile, ranksOf, type Thread } from './profile.ts'
import { firstAtOrAfter, type Seeds, seedsOf, within } from './seeds.ts'
import { type SeedPlan, seedPlan } from './significance.ts'
import { alignTiles } from './tiles.ts'
import { walkBackward, walkForward } from './walk.ts'

/** Up to this many cells a stretch is aligned exactly without looking for anchors first. */
const SMALL = 1 << 12
/** Up to this many cells a stretch without anchors is aligned exactly. */
const LARGE = 1 << 18
/** A side no longer than this is aligned to the ends of the other. */
const FLANK = 192
/** A stretch up to this long, on both sides, is walked through from one certain agreement to the next. */
const NEIGHBOURHOOD = 512
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
    const stretch = narrow(task, next, stack)
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
    if (anchors !== undefined) {
      stack.push(...anchors)
      continue
    }
    alignWithoutAnchors(task, stretch, cells)
  }
  return places
}

/**
 * Takes off what agrees at both ends, errors bridged. A beginning or end of a text counts only if
 * enough agrees.
 *
 * @param between receives the small stretches that were stepped over
 */
function narrow(task: Task, { c0, c1, p0, p1 }: Stretch, between: Stretch[]): Stretch {
  const { profile, keys, places, evidence } = task
  const stop = { column: c1, token: p1 }
  const atStart = c0 === 0 || p0 === 0
  const atEnd = c1 === profile.width || p1 === keys.length
  let token =
    atStart && (c0 > 0 || p0 > 0) ? p0 : walkForward(task, { column: c0 - 1, token: p0 }, stop)
  const enough = !atStart || token - p0 >= EDGE || token === p1
  for (let last = enough ? p1 : p0; token < last; ) {
    const here = { column: token > p0 ? at(places, token - 1) : c0 - 1, token }
    const footing = bridge(task, here, stop, evidence.sure)
    if (footing !== undefined) {
      token = walkForward(task, footing, stop)
      continue
    }
    if (c1 - c0 > NEIGHBOURHOOD || p1 - p0 > NEIGHBOURHOOD) break
    const landing = nextAgreement(task, here, stop, evidence.sure)
    if (landing === undefined) break
    between.push({ c0: here.column + 1, c1: landing.column, p0: token, p1: landing.token })
    places[landing.token] = landing.column
    token = walkForward(task, { column: landing.column, token: landing.token + 1 }, stop)
  }
  const start = enough ? token : p0
  const left = start > p0 ? at(places, start - 1) + 1 : c0
  const back =
    atEnd && (c1 < profile.width || p1 < keys.length)
      ? p1
      : walkBackward(task, stop, { column: left, token: start })
  const enoughBack = !atEnd || p1 - back >= EDGE || back === start
  const end = enoughBack ? back : p1
  const right = end < p1 ? at(places, end) : c1
  return { c0: left, c1: right, p0: start, p1: end }
}

/** Splits a stretch at its anchors, whose places it writes; undefined if it has none. */
function anchor(task: Task, stretch: Stretch): Stretch[] | undefined {
  const plan = seedPlan(task.evidence, stretch.c1 - stretch.c0, stretch.p1 - stretch.p0)
  if (stretch.p1 - stretch.p0 < plan.size) return undefined
  const { threads } = task.profile
  let best: Found | undefined
  const rare = (): Matches => {
    const seeds = threads.map((thread) => seedsInThread(task, thread, stretch, plan))
    return matchSeeds(threads, seeds, task.keys, ownSeeds(task, stretch, plan))
  }
  const near = (dense: SeedPlan, past: Found | undefined, manner: Manner): Matches => {
    const index = longestIn(threads, stretch)
    const thread = threads[index]
    if (thread === undefined) return NONE
    const seeds = seedsInThread(task, thread, stretch, dense)
    const own = ownSeeds(task, stretch, dense)
    const passing = waypoints(task, stretch, past)
    return matchNear(thread, index, { seeds, own, keys: task.keys, waypoints: passing, manner })
  }
  // Rare matches suffice where they account for a good part of the text. Where they do not, the text
  // may repeat itself, and the few that are rare may be so by accident: then all have a say.
  const enough = SHARE * Math.min(stretch.c1 - stretch.c0, stretch.p1 - stretch.p0)
  const consider = (matches: Matches, gain = plan.sampling): Found | undefined => {
    const { chosen, worth } = chain(matches, frameOf(task, stretch), gain, plan.penalty)
    if (worth < plan.penalty) return best
    const found = { matches, chosen, worth: worth - detours(matches, chosen) }
    if (found.worth > (best?.worth ?? 0)) best = found
    return best
  }
  const first = consider(rare())
  if (first === undefined || first.worth < enough) {
    consider(near(plan, undefined, FOLLOWING))
    consider(near(plan, undefined, STEADY))
    consider(near(plan, undefined, BROAD))
    if (first !== undefined) consider(near(plan, first, FOLLOWING))
    if (best === undefined && plan.sampling > 1) {
      const dense = { ...plan, sampling: 1 }
      consider(near(dense, undefined, FOLLOWING), 1)
      consider(near(dense, undefined, STEADY), 1)
    }
  }
  return best === undefined ? undefined : split(task, stretch, plan.size, best)
}

const FOLLOWING: Manner = { follow: true, sides: 0 }
const STEADY: Manner = { follow: false, sides: 0 }
const BROAD: Manner = { follow: false, sides: 2 }
/** Most that one change of diagonal counts among detours. */
const LONG_DETOUR = 64

/**
 * What a chain loses by its gaps, so that one which hops between repetitions to dodge single errors
 * is not taken for better than one that goes straight.
 */
function detours({ tokens, columns }: Matches, chosen: Int32Array): number {
  let lost = 0
  for (let i = 1; i < chosen.length; i++) {
    const a = at(chosen, i - 1)
    const b = at(chosen, i)
    const change = Math.abs(at(columns, b) - at(tokens, b) - at(columns, a) + at(tokens, a))
    lost += Math.min(change, LONG_DETOUR) / 2
  }
  return lost
}

/** Share of the shorter side that an anchor chain must account for to be taken at once. */
const SHARE = 0.125

interface Found extends Chain {
  readonly matches: Matches
}

function frameOf({ profile, keys, ranks }: Task, { c0, c1, p0, p1 }: Stretch): Frame {
  return {
    ranks,
    columns: [c0, c1],
    tokens: [p0, p1],
    tiedStart: c0 > 0 && p0 > 0,
    tiedEnd: c1 < profile.width && p1 < keys.length,
  }
}

const EMPTY = new Int32Array(0)
const NONE: Matches = { count: 0, tokens: EMPTY, columns: EMPTY, threads: EMPTY, origins: EMPTY }

/** Whole witnesses are hashed once; so is the greater part of one. */
function seedsIn(
  task: Task,
  witness: number,
  keys: Int32Array,
  [from, to]: readonly [number, number],
  { size, sampling }: SeedPlan,
): Seeds {
  if ((to - from) * 2 < keys.length) return seedsOf(keys, from, to, size, sampling)
  return within(task.hashed(witness, size, sampling), from, to)
}

function ownSeeds(task: Task, { p0, p1 }: Stretch, plan: SeedPlan): Seeds {
  return seedsIn(task, task.witness, task.keys, [p0, p1], plan)
}

function seedsInThread(task: Task, thread: Thread, stretch: Stretch, plan: SeedPlan): Seeds {
  return seedsIn(task, thread.witness, thread.keys, tokensIn(thread, stretch), plan)
}

function tokensIn({ columns }: Thread, { c0, c1 }: Stretch): [number, number] {
  return [firstAtOrAfter(columns, c0), firstAtOrAfter(columns, c1)]
}

/** Index of the thread that has most tokens in a stretch. */
function longestIn(threads: readonly Thread[], stretch: Stretch): number {
  const lengths = threads.map((thread) => {
    const [from, to] = tokensIn(thread, stretch)
    return to - from
  })
  return lengths.indexOf(Math.max(...lengths))
}

/** The beginning of a stretch, or its end where only that is tied, then the anchors found so far. */
function waypoints(task: Task, stretch: Stretch, found: Found | undefined): Waypoint[] {
  const { tiedStart, tiedEnd } = frameOf(task, stretch)
  const { c0, c1, p0, p1 } = stretch
  const first = { token: p0, column: !tiedStart && tiedEnd ? c1 - p1 + p0 : c0 }
  if (found === undefined) return [first]
  const { tokens, columns } = found.matches
  const anchors = Array.from(found.chosen, (i) => ({
    token: at(tokens, i),
    column: at(columns, i),
  }))
  return [first, ...anchors]
}

/** Writes the places of a chain and gives what lies between. */
function split(
  { profile, places }: Task,
  { c0, c1, p0, p1 }: Stretch,
  size: number,
  { matches, chosen }: Found,
): Stretch[] | undefined {
  const parts: Stretch[] = []
  let column = c0
  let token = p0
  for (const index of chosen) {
    const columns = profile.threads[at(matches.threads, index)]?.columns
    if (columns === undefined) continue
    const from = at(matches.tokens, index)
    const origin = at(matches.origins, index)
    for (let k = Math.max(0, token - from); k < size; k++) {
      const c = at(columns, origin + k)
      if (c < column) continue
      const p = from + k
      if (p > token) parts.push({ c0: column, c1: c, p0: token, p1: p })
      places[p] = c
      token = p + 1
      column = c + 1
    }
  }
  if (token === p0) return undefined
  if (token < p1) parts.push({ c0: column, c1, p0: token, p1 })
  return parts
}

function alignWithoutAnchors(task: Task, stretch: Stretch, cells: number): void {
  const width = stretch.c1 - stretch.c0
  const length = stretch.p1 - stretch.p0
  if (cells <= LARGE) alignExactly(task, stretch)
  else if (Math.min(width, length) <= FLANK) alignFlanks(task, stretch)
  else alignTiles(task, stretch)
}
