import type { Evidence, Reason } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import type { Candidate, EvidenceContext } from '../types.ts'
import { placeOf, spanOf } from './parallels.ts'

/** Nats below which evidence is not worth naming: odds of 1.05 to 1. */
const LEAST = 0.05

/**
 * 对校: the witnesses themselves, each independent voice once. What their number is worth where they part so is
 * learned from the places of the work that other evidence settles (see `weigh/divisions.ts`).
 */
export function witnessEvidence(locus: Locus, context: EvidenceContext): Evidence[] {
  const least = Math.min(...context.voted)
  return context.candidates.flatMap((candidate, i): Evidence[] => {
    const weight = (context.voted[i] ?? least) - least
    if (weight < LEAST) return []
    const { reason, places } = attestationOf(locus, candidate, context)
    return [{ method: '对校', supports: candidate.text, weight, reason, places }]
  })
}

type Attestation = Pick<Evidence, 'reason' | 'places'>

/** What was said of a candidate: it is made for one locus and one set of voices, and asked for in each round. */
const attested = new WeakMap<Candidate, Attestation>()

/** Who has a reading, and where. */
function attestationOf(locus: Locus, candidate: Candidate, context: EvidenceContext): Attestation {
  const known = attested.get(candidate)
  if (known !== undefined) return known
  const counts = context.candidates.map((c) => voicesFor(c, context))
  const voices = counts[context.candidates.indexOf(candidate)] ?? 0
  const made = {
    reason: reasonOf(candidate, context, voices, counts),
    places: candidate.witnesses.map((w) => {
      const [start, end] = placeOf(context.work, locus, w)
      const witness = context.work.witnesses[w]
      return witness === undefined ? { file: '', start: 0, end: 0 } : spanOf(witness, start, end)
    }),
  }
  attested.set(candidate, made)
  return made
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
