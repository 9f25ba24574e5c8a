import type { Certainty, Evidence } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import calibration from '../../data/calibration.json' with { type: 'json' }
import { kindOf } from '../evidence/registry.ts'

/** Penalty, in nats, of a reading that no witness has: all of them would be wrong. */
const UNATTESTED = 1.5
/** Most nats of what is in no registry: rulings and suspicions. */
const CAP = 3

/** Least probability of the lemma for each certainty. */
export const THRESHOLDS = { high: 0.975, medium: 0.9, low: 0.6 } as const

/** A reading with the evidence for it. */
export interface Weighed {
  readonly text: string
  /** Sum of its evidence in nats, each kind up to its cap. */
  readonly weight: number
  /** Among the readings that have any claim. */
  readonly probability: number
}

/**
 * The one rule of combination. Evidence of one kind adds up to the cap of its kind, kinds add up as independent
 * log-likelihood ratios, and the sums become probabilities of readings that exclude each other.
 *
 * @param texts readings of the locus; evidence may name further ones.
 * @returns by falling weight; on a tie in the order given.
 */
export function weigh(
  texts: readonly string[],
  evidence: readonly Evidence[],
  layer: Locus['layer'] = 'content',
): Weighed[] {
  const all = [...new Set([...texts, ...evidence.map((e) => e.supports)])]
  const sums = natsOf(all, evidence, layer)
  const weights = all.map((text, i) => ({
    text,
    weight: (sums[i] ?? 0) - (texts.includes(text) ? 0 : UNATTESTED),
  }))
  const most = Math.max(...weights.map((w) => w.weight))
  const total = weights.reduce((sum, w) => sum + Math.exp(w.weight - most), 0)
  return weights
    .map((w) => ({ ...w, probability: Math.exp(w.weight - most) / total }))
    .sort((a, b) => b.weight - a.weight)
}

/** Nats for each reading by all evidence that supports it. */
export function natsOf(
  texts: readonly string[],
  evidence: readonly Evidence[],
  layer: Locus['layer'] = 'content',
): number[] {
  return texts.map((text) => {
    const own = evidence.filter((e) => e.supports === text)
    let total = 0
    for (const [i, { reason }] of own.entries()) {
      // A kind is summed where it is first met: a reading has a few pieces of evidence, and this is asked very often.
      const met = own.findIndex((e) => e.reason.kind === reason.kind)
      if (met < i) continue
      const weight = own.reduce(
        (sum, e) => (e.reason.kind === reason.kind ? sum + e.weight : sum),
        0,
      )
      const cap = kindOf(layer, reason.kind)?.cap ?? CAP
      total += Math.max(-cap, Math.min(cap, weight))
    }
    return total
  })
}

/**
 * How often a reading of a given probability is right: log odds by log odds, fitted on texts with known truth
 * (`data/calibration.json` says which). `0.9` → 0.93 where readings that were said to be right nine times in ten
 * proved right oftener.
 */
export function calibrated(probability: number): number {
  const p = Math.min(1 - 1e-9, Math.max(1e-9, probability))
  const odds = calibration.offset + calibration.slope * Math.log(p / (1 - p))
  return 1 / (1 + Math.exp(-odds))
}

/** The certainty that a probability deserves. */
export function certaintyOf(probability: number): Certainty {
  if (probability >= THRESHOLDS.high) return 'high'
  if (probability >= THRESHOLDS.medium) return 'medium'
  return probability >= THRESHOLDS.low ? 'low' : 'undecided'
}
