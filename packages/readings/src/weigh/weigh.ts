import type { Certainty, Evidence } from '@huijiao/ast'

/** The most that one kind of evidence may weigh in all, in nats; kinds not named here: 3. */
const CAPS: Readonly<Record<string, number>> = {
  witnesses: 12,
  quotation: 5,
  parallel: 3.5,
  usage: 2.5,
  'eye-skip': 4,
  omission: 3,
  number: 3.5,
  form: 4,
  illegible: 20,
  moved: 20,
}
const CAP = 3

/** What a reading that no witness has must overcome: all of them would be wrong. */
const UNATTESTED = 1.5

/** Least probability of the lemma for each certainty. */
export const THRESHOLDS = { high: 0.975, medium: 0.9, low: 0.6 } as const

/** A reading with what speaks for it. */
export interface Weighed {
  readonly text: string
  /** Sum of its evidence in nats, each kind up to its cap. */
  readonly weight: number
  /** Among the readings that have any claim. */
  readonly probability: number
}

/**
 * The one rule of combination. Evidence of one kind adds up to the cap of its kind, kinds add up as
 * independent log-likelihood ratios, and the sums become probabilities of readings that exclude each other.
 *
 * @param texts readings of the locus; evidence may name further ones.
 * @returns by falling weight; on a tie in the order given.
 */
export function weigh(texts: readonly string[], evidence: readonly Evidence[]): Weighed[] {
  const all = [...new Set([...texts, ...evidence.map((e) => e.supports)])]
  const weights = all.map((text) => ({
    text,
    weight:
      sumOf(evidence.filter((e) => e.supports === text)) - (texts.includes(text) ? 0 : UNATTESTED),
  }))
  const most = Math.max(...weights.map((w) => w.weight))
  const total = weights.reduce((sum, w) => sum + Math.exp(w.weight - most), 0)
  return weights
    .map((w) => ({ ...w, probability: Math.exp(w.weight - most) / total }))
    .sort((a, b) => b.weight - a.weight)
}

function sumOf(evidence: readonly Evidence[]): number {
  const byKind = new Map<string, number>()
  for (const e of evidence) byKind.set(e.reason.kind, (byKind.get(e.reason.kind) ?? 0) + e.weight)
  return [...byKind].reduce((sum, [kind, weight]) => {
    const cap = CAPS[kind] ?? CAP
    return sum + Math.max(-cap, Math.min(cap, weight))
  }, 0)
}

/** The certainty that a probability deserves. */
export function certaintyOf(probability: number): Certainty {
  if (probability >= THRESHOLDS.high) return 'high'
  if (probability >= THRESHOLDS.medium) return 'medium'
  return probability >= THRESHOLDS.low ? 'low' : 'undecided'
}
