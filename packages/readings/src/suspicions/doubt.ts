import type { SourceSpan } from '@huijiao/ast'
import type { CollatedWork, Decision, Suspicion } from '@huijiao/model'
import { placeOf, spanOf } from '../evidence/parallels.ts'

/**
 * No decision is surer than its own words: where another work quotes words of the lemma otherwise, in quotation
 * marks and with exact context, high certainty becomes medium, and the quotation is listed with the evidence. The
 * editor's rulings are left alone.
 *
 * @param suspicions of all works; those that rest on no quotation proper doubt nothing.
 */
export function doubt(
  work: CollatedWork,
  decisions: readonly Decision[],
  suspicions: readonly Suspicion[],
): Decision[] {
  const grounds = suspicions.filter(
    (s) =>
      s.work === work.spec.id &&
      s.certainty !== 'low' &&
      s.evidence.some((e) => e.reason.kind === 'quotation'),
  )
  if (grounds.length === 0) return [...decisions]
  return decisions.map((d) => {
    if (d.certainty !== 'high' || d.ruling !== undefined) return d
    const own = spansOf(work, d)
    const against = grounds.filter((s) => s.places.some((p) => own.some((o) => overlap(o, p))))
    if (against.length === 0) return d
    return {
      ...d,
      certainty: 'medium',
      evidence: [...d.evidence, ...against.flatMap((s) => s.evidence)],
    }
  })
}

/** Where the witnesses of the lemma have it. */
function spansOf(work: CollatedWork, { locus, lemma }: Decision): SourceSpan[] {
  const holders = locus.readings.find((r) => r.text === lemma)?.witnesses ?? []
  return holders.flatMap((w) => {
    const witness = work.witnesses[w]
    const [start, end] = placeOf(work, locus, w)
    return witness === undefined || start === end ? [] : [spanOf(witness, start, end)]
  })
}

const overlap = (a: SourceSpan, b: SourceSpan): boolean =>
  a.file === b.file && a.start < b.end && b.start < a.end
