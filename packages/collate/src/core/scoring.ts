import type { CollateOptions } from '../model.ts'

/** Cost of a substitution of unrelated keys; all other costs are relative to it. */
const SUBSTITUTION = 64
/** Cost of beginning a gap. Two gaps and a match cost more than two or three substitutions. */
export const GAP_OPEN = 96
/**
 * The same where most tokens are words: the same word twice is seldom an accident, so one that agrees between an omission
 * and an addition (2 × 63) is preferred to two substitutions (2 × 64).
 */
export const GAP_OPEN_WORDS = 30
/** Cost of beginning a gap where a text begins or ends: witnesses break off. */
export const GAP_OPEN_AT_EDGE = 48
/** Cost of opening a gap next to a repetition of the missing text: a scribe's eye skips, or reads twice. */
export const GAP_OPEN_DOUBLED = 48
/** Cost of each token in a gap: just over half a substitution, so that ties fall to substitutions. */
export const GAP_EXTEND = 33

/** Cost of reading one key for another, by key id. */
export type Substitution = (a: number, b: number) => number

/** Makes the passed-in scoring symmetric, whole-numbered and cheap to ask again. */
export function substitutionCost(
  names: readonly string[],
  given: CollateOptions['substitution'],
): Substitution {
  if (given === undefined) return () => SUBSTITUTION
  const known = new Map<number, number>()
  const width = names.length
  return (a, b) => {
    const low = Math.min(a, b)
    const high = Math.max(a, b)
    const pair = low * width + high
    const cached = known.get(pair)
    if (cached !== undefined) return cached
    const x = names[low] ?? ''
    const y = names[high] ?? ''
    const cost = Math.min(given(x, y), given(y, x))
    const whole = Math.round(SUBSTITUTION * Math.min(1, Math.max(0, cost)))
    // A substitution never costs nothing: the same key must stay better than a look-alike.
    const scaled = Number.isNaN(whole) ? SUBSTITUTION : Math.max(1, whole)
    known.set(pair, scaled)
    return scaled
  }
}
