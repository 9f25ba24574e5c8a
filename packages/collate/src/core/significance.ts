import { at } from './at.ts'
import { type Pairs, pairsIn } from './pairs.ts'
import { GAP_OPEN, GAP_OPEN_WORDS } from './scoring.ts'

/** Information of a matching token, in bits: minus the logarithm of the chance that two agree. */
export interface Evidence {
  readonly bits: number
  /** Agreeing tokens in a row that are beyond doubt no accident in one place. */
  readonly sure: number
  readonly pairs: Pairs
  /** Cost of beginning a gap; see `scoring.ts`. */
  readonly open: number
}

/** Measures the chance that two tokens agree, over all witnesses, and whether most are words. */
export function measure(witnesses: readonly Int32Array[], names: readonly string[]): Evidence {
  const kinds = names.length
  const counts = new Float64Array(kinds)
  let total = 0
  for (const keys of witnesses) {
    for (let i = 0; i < keys.length; i++) counts[at(keys, i)] = (counts[at(keys, i)] ?? 0) + 1
    total += keys.length
  }
  let words = 0
  for (const [kind, count] of counts.entries())
    if ([...(names[kind] ?? '')].length > 1) words += count
  let chance = 0
  for (const count of counts) chance += (count / Math.max(1, total)) ** 2
  const bits = Math.max(0.25, -Math.log2(Math.min(1, Math.max(chance, 1e-9))))
  return {
    bits,
    sure: Math.max(8, Math.ceil(40 / bits)),
    pairs: pairsIn(witnesses, kinds),
    open: words * 2 > total ? GAP_OPEN_WORDS : GAP_OPEN,
  }
}

/** Longer seeds would seldom be free of noise. */
const LONGEST = 32

/** Settings of the search for anchors in a stretch of some size. */
export interface SeedPlan {
  /** Tokens in a seed. */
  readonly size: number
  /** One k-mer in this many is taken. */
  readonly sampling: number
  /** Cost of a change of diagonal, in tokens. */
  readonly penalty: number
}

/**
 * Seeds are so long that fewer than one in a hundred would match by chance in a stretch of this
 * size; language repeats itself more than chance, so two tokens are added.
 */
export function seedPlan(evidence: Evidence, columns: number, tokens: number): SeedPlan {
  // Whole powers of two, so that whole witnesses of about one length are hashed but once.
  const longer = 2 ** Math.ceil(Math.log2(Math.max(columns, tokens, 2)))
  const shorter = 2 ** Math.ceil(Math.log2(Math.max(1, Math.min(columns, tokens))))
  const bits = Math.log2(longer) + Math.log2(shorter) + 7
  const size = Math.min(LONGEST, Math.max(4, Math.ceil(bits / evidence.bits) + 2))
  const sampling = longer > 200_000 ? 16 : longer > 20_000 ? 4 : 1
  return { size, sampling, penalty: Math.max(12, (size >> 1) + 4) }
}
