import type { Page } from '../page/types.ts'
import type { Context } from './contexts.ts'
import type { Profile, Topics } from './topics.ts'

/** Lengths of the texts that are compared, in characters, and what two of one article and of two have in common. */
const KNOWN = [
  { length: 80, same: 0.098, other: 0.031, spread: 0.045 },
  { length: 160, same: 0.124, other: 0.049, spread: 0.038 },
  { length: 320, same: 0.146, other: 0.067, spread: 0.036 },
] as const
/** Comparisons that what is known beforehand counts for. */
const PRIOR = 15
/** Places that are looked at in all sources together. */
const SAMPLES = 160
/** Most that words say, in nats, for one subject or against it. */
const LIMIT = 4

/** Log-odds, in nats, of two texts being of one article, by the words that they have in common. */
export type Cohesion = (one: Profile, two: Profile) => number

interface Level {
  readonly length: number
  readonly middle: number
  readonly slope: number
}

/**
 * Learns from the sources themselves what texts of one article have in common, and texts of different ones:
 * where all articles are of one subject, common words say little. Likenesses are compared as square roots,
 * whose spread is nearly the same at all values (linear discriminant of two normal distributions).
 */
export function cohesionOf(
  pages: readonly Page[],
  contexts: readonly Context[],
  topics: Topics,
): Cohesion {
  let levels: readonly Level[] | null = null
  return (one, two) => {
    const shorter = Math.min(one.length, two.length)
    if (shorter < 16) return 0
    levels ??= learn(pages, contexts, topics)
    const length = Math.sqrt(one.length * two.length)
    const found = Math.sqrt(topics.likeness(one, two))
    const score = between(levels, length, ({ slope, middle }) => slope * (found - middle))
    const most = LIMIT * Math.min(1, shorter / 120)
    return Math.max(-most, Math.min(most, score))
  }
}

/** A value between those of the two nearest lengths. */
function between(
  levels: readonly Level[],
  length: number,
  value: (level: Level) => number,
): number {
  const above = levels.findIndex((level) => level.length >= length)
  const high = levels[above < 0 ? levels.length - 1 : above]
  const low = levels[Math.max(0, above < 0 ? levels.length - 1 : above - 1)]
  if (high === undefined || low === undefined) return 0
  if (high === low || above < 0) return value(high) * Math.min(1, length / high.length)
  const share = Math.log(length / low.length) / Math.log(high.length / low.length)
  return share * value(high) + (1 - share) * value(low)
}

function learn(pages: readonly Page[], contexts: readonly Context[], topics: Topics): Level[] {
  const places = placesOf(pages, contexts)
  return KNOWN.map(({ length, same, other, spread }) => {
    const sides = places.flatMap(({ context, from, to }) => {
      const [before, after] = [context.textBefore(from), context.textAfter(to)]
      if (Math.min(before.length, after.length) < 0.8 * length) return []
      return [
        {
          before: topics.profile(before.slice(-length)),
          after: topics.profile(after.slice(0, length)),
        },
      ]
    })
    const alike: number[] = []
    const apart: number[] = []
    for (const [index, { before, after }] of sides.entries()) {
      alike.push(Math.sqrt(topics.likeness(before, after)))
      // Half the places away: mostly another article, in any order of the pages.
      const far = sides[(index + (sides.length >> 1)) % sides.length]
      if (far !== undefined && sides.length >= 4)
        apart.push(Math.sqrt(topics.likeness(before, far.after)))
    }
    const near = mean(alike, same)
    const away = mean(apart, other)
    const variance = (deviation(alike, near, spread) + deviation(apart, away, spread)) / 2
    return { length, middle: (near + away) / 2, slope: Math.max(0, near - away) / variance }
  })
}

interface Place {
  readonly context: Context
  readonly from: number
  readonly to: number
}

/** Places where a text surely runs on from one atom to the next, evenly over all sources. */
function placesOf(pages: readonly Page[], contexts: readonly Context[]): Place[] {
  const all = contexts.flatMap((context, source) =>
    Array.from(context.next, (to, from) => ({ context, from, to })).filter(
      ({ from, to }) => to >= 0 && pages[source]?.atoms[from] !== undefined,
    ),
  )
  const step = Math.max(1, all.length / SAMPLES)
  return Array.from(
    { length: Math.min(all.length, SAMPLES) },
    (_, at) => all[Math.floor(at * step)],
  ).flatMap((place) => place ?? [])
}

/** The mean of some values, drawn to what is known beforehand. */
function mean(values: readonly number[], known: number): number {
  return (values.reduce((sum, value) => sum + value, 0) + PRIOR * known) / (values.length + PRIOR)
}

/** Their variance, likewise. */
function deviation(values: readonly number[], middle: number, known: number): number {
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0)
  return (squares + PRIOR * known ** 2) / (values.length + PRIOR)
}
