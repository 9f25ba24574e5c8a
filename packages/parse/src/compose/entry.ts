import { type App, app, type Lacuna, type Reading, type ReadingType, type Text } from '@huijiao/ast'
import type { CollatedWork, Decision, LocusReading } from '@huijiao/model'
import { keyOf } from '@huijiao/text'
import { attestUnit, type Sources } from './attest.ts'

/** Makes the apparatus entry of a decision; `children` are its lemma as it stands in the text. */
export function entry(
  work: CollatedWork,
  sources: Sources,
  decision: Decision,
  id: string,
  children: readonly (Text | Lacuna)[],
  continues?: string,
): App {
  const { locus, lemma } = decision
  return app(
    id,
    children,
    locus.readings.map((r) => readingOf(work, sources, decision, r, lemma)),
    {
      layer: locus.layer,
      method: decision.method,
      evidence: [...decision.evidence],
      certainty: decision.certainty,
      cause: decision.cause,
      ...(decision.ruling === undefined ? {} : { ruling: decision.ruling }),
      ...(continues === undefined ? {} : { continues }),
    },
  )
}

function readingOf(
  work: CollatedWork,
  sources: Sources,
  decision: Decision,
  reading: LocusReading,
  lemma: string,
): Reading {
  const attestations = reading.witnesses
    .map((w) => attestUnit(work, sources, decision.locus.unit, w))
    .toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start))
  const sigla = new Set(reading.witnesses.map((w) => work.witnesses[w]?.siglum ?? ''))
  return {
    text: reading.text,
    sigla: [...sigla],
    type:
      decision.locus.layer === 'punctuation' && reading.text !== lemma
        ? 'punctuation'
        : departure(reading.text, lemma),
    attestations,
  }
}

/** How a reading departs from the lemma: 訛 脫 衍 倒, or in the form of its characters only. */
function departure(reading: string, lemma: string): ReadingType {
  if (reading === lemma) return 'lemma'
  const [r, l] = [[...reading], [...lemma]]
  const [rKeys, lKeys] = [r.map(keyOf), l.map(keyOf)]
  if (rKeys.join('') === lKeys.join('')) return 'orthographic'
  if (isSubsequence(rKeys, lKeys)) return 'omission'
  if (isSubsequence(lKeys, rKeys)) return 'addition'
  if (rKeys.toSorted().join('') === lKeys.toSorted().join('')) return 'transposition'
  return 'substitution'
}

function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  let k = 0
  for (const c of long) if (short[k] === c) k += 1
  return k === short.length
}
