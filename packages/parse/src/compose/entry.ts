import { type App, app, type Lacuna, type Reading, type ReadingType, type Text } from '@huijiao/ast'
import type { CollatedWork, Decision, LocusReading } from '@huijiao/model'
import { keyOf } from '@huijiao/text'
import { attestUnit, type Sources } from './attest.ts'

/** A collated work with the sources of its witnesses. */
interface Collated {
  readonly work: CollatedWork
  readonly sources: Sources
}

/** Names an entry; `continues` is the id of that whose lemma goes on here, in another block. */
interface EntryName {
  readonly id: string
  readonly continues?: string
}

/** Makes the apparatus entry of a decision; `children` are its lemma as it stands in the text. */
export function entry(
  collated: Collated,
  decision: Decision,
  { id, continues }: EntryName,
  children: readonly (Text | Lacuna)[],
): App {
  return app(
    id,
    children,
    decision.locus.readings.map((reading) => readingOf(collated, decision, reading)),
    {
      layer: decision.locus.layer,
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
  { work, sources }: Collated,
  { locus, lemma }: Decision,
  reading: LocusReading,
): Reading {
  const attestations = reading.witnesses
    .map((w) => attestUnit(work, sources, locus.unit, w))
    .toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start))
  const sigla = new Set(reading.witnesses.map((w) => work.witnesses[w]?.siglum ?? ''))
  return {
    text: reading.text,
    sigla: [...sigla],
    type:
      locus.layer === 'punctuation' && reading.text !== lemma
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
