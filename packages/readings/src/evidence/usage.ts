import type { Evidence } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import type { Candidate, EvidenceContext } from '../types.ts'
import type { Hit } from './concordance.ts'
import { placeOf, spanOf } from './parallels.ts'

/** Nats for each character that the phrase has beyond the reading. By judgement. */
const PER_CHARACTER = 0.6
/** Most nats of a phrase, as its kind has it; a longer phrase is not looked for. */
const MOST = 2.5
/** Characters on one side alone that hold a reading of one character. */
const MUCH = 3
/** Longer readings are passages, not turns of phrase. */
const LONGEST = 8

/**
 * 本校: the turn of phrase. A reading together with the few characters beside it occurs elsewhere in the
 * edition, in a file that does not have the reading here.
 */
export function usage(locus: Locus, context: EvidenceContext): Evidence[] {
  const found = context.candidates.map((c) => longestUse(locus, c, context))
  const least = Math.min(...found.map((f) => f.weight))
  return found.flatMap((f, i): Evidence[] => {
    const weight = f.weight - least
    const text = context.candidates[i]?.text ?? ''
    if (weight < 0.2 || f.hit === undefined) return []
    const witness = context.concordance.works[f.hit.work]?.witnesses[f.hit.witness]
    if (witness === undefined) return []
    return [
      {
        method: '本校',
        supports: text,
        weight,
        reason: { kind: 'usage', phrase: f.phrase },
        places: [spanOf(witness, f.hit.at, f.hit.at + f.length)],
      },
    ]
  })
}

interface Use {
  readonly weight: number
  readonly phrase: string
  readonly length: number
  readonly hit?: Hit
}

/** The longest phrase around the reading that another voice has elsewhere. */
function longestUse(locus: Locus, candidate: Candidate, context: EvidenceContext): Use {
  const held = new Set(candidate.witnesses.map((w) => context.voices.of(context.work, w)))
  let best: Use = { weight: 0, phrase: '', length: 0 }
  if (candidate.key.length > LONGEST) return best
  for (let left = 0; left <= 4; left += 1) {
    for (let right = 0; right <= 4; right += 1) {
      const around = left + right
      if (around < 2 || left > context.leftKey.length || right > context.rightKey.length) continue
      // An omission, and a reading of one character, must be held on both sides or by much.
      if (candidate.key.length === 0 && (left < 1 || right < 1)) continue
      if (candidate.key.length === 1 && (left < 1 || right < 1) && around < MUCH) continue
      const weight = Math.min(MOST, PER_CHARACTER * (around - (candidate.key === '' ? 3 : 1)))
      if (weight <= best.weight) continue
      const l = context.leftKey.slice(context.leftKey.length - left)
      const pattern = l + candidate.key + context.rightKey.slice(0, right)
      const hit = context.concordance.first(pattern, (h) => {
        return independent(h, pattern.length, locus, context, held)
      })
      if (hit === undefined) continue
      const holder = context.concordance.works[hit.work]?.witnesses[hit.witness]
      const phrase = (holder?.tokens.slice(hit.at, hit.at + pattern.length) ?? [])
        .map((t) => t.t)
        .join('')
      best = { weight, phrase, length: pattern.length, hit }
    }
  }
  return best
}

/** Whether another voice has the phrase, at another place. */
function independent(
  hit: Hit,
  length: number,
  locus: Locus,
  context: EvidenceContext,
  held: ReadonlySet<string>,
): boolean {
  const work = context.concordance.works[hit.work]
  if (work === undefined || held.has(context.voices.of(work, hit.witness))) return false
  if (work !== context.work) return true
  // What overlaps the phrase here is no other place: a run that is copied twice would speak for itself.
  const [from, to] = placeOf(work, locus, hit.witness)
  return hit.at > to + length || hit.at + 2 * length < from
}
