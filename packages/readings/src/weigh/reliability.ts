import type { CollatedWork, Locus } from '@huijiao/model'
import { surplus } from '../evidence/repeats.ts'
import type { Reliability } from '../types.ts'
import type { Weighed } from './weigh.ts'

/** A locus is settled for learning where other evidence gives one reading at least this probability. */
const SETTLED = 0.8
/** Errors that every witness is held to have made before anything is known of it. */
const PRIOR = 1.5

/** A locus with the probabilities of its readings, all voices held to be equally good. */
export interface Settled {
  readonly locus: Locus
  readonly weighed: readonly Weighed[]
}

/**
 * Learns how often each witness errs from the loci that other evidence settles. Where the witnesses err
 * alike, their rates come out alike, and then they settle nothing between them.
 */
export function learn(work: CollatedWork, settled: readonly Settled[]): Reliability[] {
  return work.witnesses.map((w, witness): Reliability => {
    let right = 0
    let wrong = 0
    for (const { locus, weighed } of settled) {
      const reading = locus.readings.find((r) => r.witnesses.includes(witness))
      if (reading === undefined) continue
      if ((weighed[0]?.probability ?? 0) < SETTLED) continue
      const p = weighed.find((x) => x.text === reading.text)?.probability ?? 0
      right += p
      wrong += 1 - p
    }
    const characters = w.tokens.length
    return {
      work: work.spec.id,
      witness,
      siglum: w.siglum,
      characters,
      right,
      wrong,
      rate: (wrong + PRIOR) / (right + wrong + 2 * PRIOR),
    }
  })
}

/** The state before anything is learned: all witnesses alike. */
export function unlearned(work: CollatedWork): Reliability[] {
  return learn(work, [])
}

/** Omissions and additions that a work is held to have before anything is known: ten of thirteen, by experience. */
const [OMITTED, ADDED] = [5 / 3, 1 / 2]

/**
 * Learns how much oftener the witnesses of a work omit than add, each locus counted by its probabilities.
 *
 * @param settled with probabilities that leave the mere length of readings out.
 * @returns nats for the longer reading, 0 to 1.6.
 */
export function longerByRight(settled: readonly Settled[]): number {
  let [omitted, added] = [OMITTED, ADDED]
  for (const { weighed } of settled) {
    const [best, next] = weighed
    if (best === undefined || next === undefined) continue
    const [more, less] = best.text.length > next.text.length ? [best, next] : [next, best]
    if (!surplus(more.text, less.text)) continue
    omitted += more.probability
    added += less.probability
  }
  return Math.min(1.6, Math.max(0, Math.log(omitted / added)))
}
