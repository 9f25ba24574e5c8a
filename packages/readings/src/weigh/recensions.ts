import type { Evidence } from '@huijiao/ast'
import type { CollatedWork, Locus } from '@huijiao/model'
import type { Voices } from '../voices/voices.ts'
import { THRESHOLDS, type Weighed, weigh } from './weigh.ts'

/** Characters from which what one recension has more is a passage, which the other does not have at all. */
const PASSAGE = 8

/**
 * The reading of the base recension where recensions differ: neither is an error, and one edition does not mix them.
 * How certain it is, its evidence says, not that it is the base. Undefined where they do not differ, where the base
 * recension is at odds with itself, or where its reading is one voice's slip.
 *
 * @returns evidence without weight, which names the recension.
 */
export function followed(
  work: CollatedWork,
  locus: Locus,
  weighed: readonly Weighed[],
  evidence: readonly Evidence[],
  voices: Voices,
): Evidence | undefined {
  const own = baseReadings(work, locus)
  const [lemma] = own
  if (lemma === undefined || own.length > 1) return undefined
  if (weighed[0]?.text !== lemma && refuted(work, lemma, locus, evidence, voices)) return undefined
  const label = work.recensions.find((r) => r.base)?.label ?? ''
  return {
    method: '对校',
    supports: lemma,
    weight: 0,
    reason: { kind: 'recension', label },
    places: [],
  }
}

/** Distinct readings of the base recension at a locus where other recensions differ from it; else none. */
function baseReadings(work: CollatedWork, { readings }: Locus): string[] {
  const base = work.recensions.find((r) => r.base)?.id
  if (base === undefined) return []
  const recension = (w: number): string => work.witnesses[w]?.recension ?? base
  const own = readings.filter((r) => r.witnesses.some((w) => recension(w) === base))
  const others = readings.some((r) => r.witnesses.some((w) => recension(w) !== base))
  return others ? own.map((r) => r.text) : []
}

const NONE: ReadonlySet<number> = new Set()

/**
 * Witnesses without a vote at a locus: those of a recension that has nothing where another has a passage. What it
 * lacks it cannot judge.
 */
export function silentAt(work: CollatedWork, { readings }: Locus): ReadonlySet<number> {
  if (work.recensions.length < 2) return NONE
  const longest = Math.max(...readings.map((r) => [...r.text].length))
  const without = readings.find((r) => r.text === '')?.witnesses ?? []
  if (longest < PASSAGE || without.length === 0) return NONE
  const speaking = readings.filter((r) => r.text !== '').flatMap((r) => r.witnesses)
  const recension = (w: number): string | undefined => work.witnesses[w]?.recension
  const present = new Set(speaking.map(recension))
  return new Set(without.filter((w) => !present.has(recension(w))))
}

/** Whether the base recension's reading is one voice's slip: other works quote the other recension's words. */
function refuted(
  work: CollatedWork,
  lemma: string,
  locus: Locus,
  evidence: readonly Evidence[],
  voices: Voices,
): boolean {
  const holders = locus.readings.find((r) => r.text === lemma)?.witnesses ?? []
  if (new Set(holders.map((w) => voices.of(work, w))).size > 1) return false
  const texts = locus.readings.map((r) => r.text)
  const [best] = weigh(
    texts,
    evidence.filter((e) => e.reason.kind !== 'witnesses'),
  )
  return (
    best !== undefined &&
    best.text !== lemma &&
    best.probability >= THRESHOLDS.high &&
    evidence.some((e) => e.reason.kind === 'quotation' && e.supports === best.text)
  )
}
