import type { Evidence, Reason } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import type { Candidate, EvidenceContext } from '../types.ts'
import { placeOf, spanOf } from './parallels.ts'

const LEAST = 0.05

/**
 * 对校: the witnesses themselves, each independent voice once. What their number is worth where they part so is
 * learned from the places of the work that other evidence settles (see `weigh/divisions.ts`).
 */
export function witnessEvidence(locus: Locus, context: EvidenceContext): Evidence[] {
  const least = Math.min(...context.voted)
  const counts = context.candidates.map((c) => voicesFor(c, context))
  return context.candidates.flatMap((candidate, i): Evidence[] => {
    const weight = (context.voted[i] ?? least) - least
    if (weight < LEAST) return []
    return [
      {
        method: '对校',
        supports: candidate.text,
        weight,
        reason: reasonOf(candidate, context, counts[i] ?? 0, counts),
        places: candidate.witnesses.map((w) => {
          const [start, end] = placeOf(context.work, locus, w)
          const witness = context.work.witnesses[w]
          return witness === undefined
            ? { file: '', start: 0, end: 0 }
            : spanOf(witness, start, end)
        }),
      },
    ]
  })
}

/** Voices that have the reading in any form of its characters. */
function voicesFor({ key }: Candidate, { candidates, voices, work }: EvidenceContext): number {
  const same = candidates.filter((c) => c.key === key).flatMap((c) => c.witnesses)
  return new Set(same.map((w) => voices.of(work, w))).size
}

function reasonOf(
  candidate: Candidate,
  context: EvidenceContext,
  voices: number,
  all: readonly number[],
): Reason {
  const sigla = [
    ...new Set(candidate.witnesses.map((w) => context.work.witnesses[w]?.siglum ?? '')),
  ]
  const most = Math.max(...all.filter((_, i) => context.candidates[i]?.key !== candidate.key), 0)
  return { kind: 'witnesses', sigla, voices, more: voices > most }
}
