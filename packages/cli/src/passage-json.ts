import type { EditionResult, Passage } from '@huijiao/parse'

/** A passage as data for other programs: the readings of its loci by siglum, and reasons as the tree has them. */
export function passageData({ works }: EditionResult, passage: Passage) {
  const { work, title, text, before, after, witnesses, gaps } = passage
  const own = works.find(({ spec }) => spec.id === work)
  const siglum = (index: number): string => own?.witnesses[index]?.siglum ?? ''
  return {
    work,
    title,
    text,
    before,
    after,
    witnesses,
    loci: passage.decisions.map(({ id, decision }) => ({
      id,
      layer: decision.locus.layer,
      lemma: decision.lemma,
      method: decision.method,
      certainty: decision.certainty,
      cause: decision.cause,
      readings: decision.locus.readings.map((reading) => ({
        text: reading.text,
        sigla: [...new Set(reading.witnesses.map(siglum))],
      })),
      evidence: decision.evidence,
      ruling: decision.ruling ?? null,
    })),
    gaps,
  }
}
