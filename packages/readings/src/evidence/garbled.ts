import type { WordModel } from '../learn/words.ts'

/** The readings of a locus by how firmly the words around hold each. */
export interface Held {
  readonly cohesions: readonly number[]
  /** Characters of each reading. */
  readonly lengths: readonly number[]
}

/** Longer readings are passages: how they cohere tells nothing of a slip. */
const LONGEST = 4
/** Bounds of what one reading says, in nats. */
const MOST = 3
/** Loci of each sort that a work is held to have before any is seen. */
const PRIOR = 2
/** Rounds of expectation and maximisation: enough for the share to settle, and few enough to cost nothing. */
const ROUNDS = 40

/**
 * Whether the witnesses of a work differ by slips that break words, or by readings that are all good language
 * (other words, fluent misreadings), of which the language of the text tells nothing. Both sorts are mixed; the
 * share of the first is found by expectation and maximisation.
 *
 * @returns by locus: probability that it is of the first sort.
 */
export function garbled(loci: readonly Held[], model: WordModel): number[] {
  const odds = loci.map((l) => Math.exp(signOfSlip(l, model)))
  let share = 0.5
  const of = (o: number): number => (share * o) / (share * o + 1 - share)
  for (let round = 0; round < ROUNDS; round += 1) {
    share = (odds.reduce((sum, o) => sum + of(o), 0) + PRIOR) / (loci.length + 2 * PRIOR)
  }
  return odds.map(of)
}

/** By reading: log odds that it is an error, by how firmly the words around hold it; even odds for passages. */
export const faultOdds = ({ cohesions, lengths }: Held, model: WordModel): number[] =>
  cohesions.map((c, i): number => {
    const length = lengths[i] ?? 0
    if (length > LONGEST) return 0
    const { offset, slope } = model.broken[length === 0 ? 0 : 1]
    return Math.max(-MOST, Math.min(MOST, offset + (slope * c) / Math.max(1, length)))
  })

/** Log odds that all readings but one are errors, against that all are sound. */
function signOfSlip({ cohesions, lengths }: Held, model: WordModel): number {
  const each = faultOdds({ cohesions, lengths }, model)
  const sum = each.reduce((a, b) => a + b, 0)
  const ways = each.reduce((total, own) => total + Math.exp(sum - own), 0)
  return Math.log(ways / Math.max(1, each.length))
}

/** Characters of difference in length that count. */
const SURPLUS = 2

/**
 * Nats for each reading against the one that the words hold least.
 *
 * @param slip probability that the locus is a slip that breaks words (see `garbled`).
 */
export function heldMore({ cohesions, lengths }: Held, model: WordModel, slip: number): number[] {
  const shortest = Math.min(...lengths)
  const scores = cohesions.map((c, i) => {
    const surplus = Math.min(SURPLUS, (lengths[i] ?? 0) - shortest)
    return model.gain * (c - model.longer * surplus)
  })
  const least = Math.min(...scores)
  return scores.map((s) => {
    const p = 1 / (1 + Math.exp(least - s))
    return Math.log((slip * p + (1 - slip) / 2) / (slip * (1 - p) + (1 - slip) / 2))
  })
}
