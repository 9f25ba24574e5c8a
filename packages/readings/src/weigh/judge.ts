import type { Evidence } from '@huijiao/ast'
import type { CollatedWork, Decision } from '@huijiao/model'
import type { Case } from '../loci/examine.ts'
import type { Voices } from './voices.ts'
import { certaintyOf, THRESHOLDS, type Weighed, weigh } from './weigh.ts'

/**
 * Judges a case on its evidence. Undecided loci keep the base text's reading; where recensions differ
 * neither is an error, and the base recension is the text.
 */
export function judge(
  work: CollatedWork,
  { locus, candidates }: Case,
  evidence: readonly Evidence[],
  voices: Voices,
): Decision {
  const texts = locus.readings.map((r) => r.text)
  const base = texts[0] ?? ''
  const own = baseRecensionTexts(work, locus.readings)
  const [lemma] = own
  if (lemma !== undefined && own.length === 1 && !refuted(work, lemma, locus, evidence, voices)) {
    // That others read otherwise is what makes the recension; what else speaks against its words is told.
    const against = evidence.filter((e) => e.supports !== lemma && e.reason.kind !== 'witnesses')
    return {
      locus,
      lemma,
      method: '对校',
      certainty: 'high',
      cause: 'variation',
      evidence: [recensions(work, lemma), ...against],
    }
  }
  const weighed = weigh(texts, evidence)
  const [best, next] = weighed
  const cause = printingsDiffer(work, candidates, voices) ? 'variation' : 'noise'
  // Two voices seldom slip alike: where both sides have two, their number tells of kin, not of errors.
  const firm =
    cause === 'variation' ? evidence.filter((e) => e.reason.kind !== 'witnesses') : evidence
  const certainty = capped(certaintyOf(best?.probability ?? 0), best?.text, firm)
  // What no witness of the work has is for the editor to put in, however well it is supported.
  if (best === undefined || certainty === 'undecided' || !texts.includes(best.text)) {
    return { locus, lemma: base, method: null, certainty: 'undecided', cause, evidence }
  }
  return {
    locus,
    lemma: best.text,
    method: methodFor(best, next, evidence),
    certainty,
    cause,
    evidence,
  }
}

/** Distinct readings of the base recension at a locus where other recensions differ from it; else none. */
function baseRecensionTexts(work: CollatedWork, readings: Decision['locus']['readings']): string[] {
  const base = work.recensions.find((r) => r.base)?.id
  if (base === undefined) return []
  const recension = (w: number): string => work.witnesses[w]?.recension ?? base
  const own = readings.filter((r) => r.witnesses.some((w) => recension(w) === base))
  const others = readings.some((r) => r.witnesses.some((w) => recension(w) !== base))
  return others ? own.map((r) => r.text) : []
}

/**
 * Whether the base recension's reading is one voice's slip: other works quote the other recension's words.
 */
function refuted(
  work: CollatedWork,
  lemma: string,
  locus: Decision['locus'],
  evidence: readonly Evidence[],
  voices: Voices,
): boolean {
  const holders = locus.readings.find((r) => r.text === lemma)?.witnesses ?? []
  if (new Set(holders.map((w) => voices.of(work, w))).size > 1) return false
  const [best] = weigh(
    locus.readings.map((r) => r.text),
    evidence.filter((e) => e.reason.kind !== 'witnesses'),
  )
  return (
    best !== undefined &&
    best.text !== lemma &&
    best.probability >= THRESHOLDS.high &&
    evidence.some((e) => e.reason.kind === 'quotation' && e.supports === best.text)
  )
}

function recensions(work: CollatedWork, text: string): Evidence {
  const label = work.recensions.find((r) => r.base)?.label ?? ''
  return {
    method: '对校',
    supports: text,
    weight: 0,
    reason: { kind: 'recension', label },
    places: [],
  }
}

/** Kinds that can make a decision sure; what is only likelier by the run of the language cannot. */
const FIRM = new Set([
  'witnesses',
  'quotation',
  'parallel',
  'set-phrase',
  'correlatives',
  'dittography',
  'eye-skip',
  'repetition',
  'number',
  'form',
  'illegible',
  'moved',
])

/** High certainty needs one firm reason; wordhood, turns of phrase and length alone give medium at most. */
function capped(
  certainty: Decision['certainty'],
  text: string | undefined,
  evidence: readonly Evidence[],
): Decision['certainty'] {
  // One voice however good is no more than one; two against one weigh more than its reputation can.
  const firm = evidence.some(
    (e) =>
      e.supports === text &&
      FIRM.has(e.reason.kind) &&
      e.weight >= (e.reason.kind === 'witnesses' ? 2.6 : 1.5),
  )
  return certainty === 'high' && !firm ? 'medium' : certainty
}

/** The method whose evidence does most for the best reading against the next. */
function methodFor(
  best: Weighed,
  next: Weighed | undefined,
  evidence: readonly Evidence[],
): Decision['method'] {
  const sums = new Map<NonNullable<Decision['method']>, number>()
  for (const e of evidence) {
    const sign = e.supports === best.text ? 1 : e.supports === next?.text ? -1 : 0
    sums.set(e.method, (sums.get(e.method) ?? 0) + sign * e.weight)
  }
  const ranked = [...sums].sort((a, b) => b[1] - a[1])
  return ranked[0]?.[0] ?? '对校'
}

/** Two readings with two independent voices each: so the printings differ, not only their transcriptions. */
function printingsDiffer(
  work: CollatedWork,
  candidates: Case['candidates'],
  voices: Voices,
): boolean {
  const strong = candidates.filter(
    (c) => new Set(c.witnesses.map((w) => voices.of(work, w))).size > 1,
  )
  return strong.length > 1
}
