import type { Evidence, WitnessKind } from '@huijiao/ast'
import type { CollatedWork, Decision } from '@huijiao/model'
import type { Case } from '../evidence/examine.ts'
import { kindOf } from '../evidence/registry.ts'
import type { Voices } from '../voices/voices.ts'
import { followed } from './recensions.ts'
import { type Slips, soundness } from './soundness.ts'
import { calibrated, certaintyOf, type Weighed, weigh } from './weigh.ts'

/** Statistics of the witnesses of a work, and of the readings of a case. */
export interface Known {
  readonly voices: Voices
  /** By siglum. */
  readonly kinds: Readonly<Record<string, WitnessKind>>
  readonly slips: Slips
  /** By reading: log odds that it is an error, by the words around it. */
  readonly faults: readonly number[]
}

/** Judges a case on its evidence. Undecided loci keep the base text's reading. */
export function judge(
  work: CollatedWork,
  { locus, candidates }: Case,
  evidence: readonly Evidence[],
  { voices, kinds, slips, faults }: Known,
): Decision {
  const texts = locus.readings.map((r) => r.text)
  const base = texts[0] ?? ''
  const weighed = weigh(texts, evidence)
  const recension = followed(work, locus, weighed, evidence, voices)
  const contested = printingsDiffer(work, candidates, voices, kinds)
  const cause = recension !== undefined || contested ? 'variation' : 'noise'
  const all = recension === undefined ? evidence : [recension, ...evidence]
  const best =
    recension === undefined ? weighed[0] : weighed.find((w) => w.text === recension.supports)
  const next = weighed.find((w) => w !== best)
  const fault = faults[texts.indexOf(best?.text ?? '')] ?? 0
  const settled = evidence.some(({ supports, weight, reason }) => {
    const kind = kindOf('content', reason.kind)
    return supports === best?.text && kind?.settles === true && weight >= (kind.firm ?? 0)
  })
  const sound = settled ? 1 : soundness(work, locus, best?.text ?? '', { voices, slips, fault })
  const probability = calibrated((best?.probability ?? 0) * sound)
  const certainty = capped(certaintyOf(probability), best?.text, evidence, contested)
  // What no witness of the work has is for the editor to put in, however well it is supported.
  const undecided = best === undefined || certainty === 'undecided' || !texts.includes(best.text)
  if (undecided && recension === undefined) {
    return {
      locus,
      lemma: base,
      method: null,
      certainty: 'undecided',
      probability,
      cause,
      evidence,
    }
  }
  return {
    locus,
    lemma: best?.text ?? base,
    method: certainty === 'undecided' ? null : methodFor(best, next, all),
    certainty,
    probability,
    cause,
    evidence: all,
  }
}

/**
 * High certainty needs one firm reason: what is only likelier by the run of the language gives medium at most. One
 * voice however good is no more than one. Where two readings have several voices each, the number of voices tells of kin, not of errors.
 */
function capped(
  certainty: Decision['certainty'],
  text: string | undefined,
  evidence: readonly Evidence[],
  contested: boolean,
): Decision['certainty'] {
  const firm = evidence.some((e) => {
    const kind = kindOf('content', e.reason.kind)
    if (e.supports !== text || (contested && kind?.external === true)) return false
    return kind?.firm !== undefined && e.weight >= kind.firm
  })
  return certainty === 'high' && !firm ? 'medium' : certainty
}

/** The method whose evidence does most for the best reading against the next. */
function methodFor(
  best: Weighed | undefined,
  next: Weighed | undefined,
  evidence: readonly Evidence[],
): Decision['method'] {
  const sums = new Map<NonNullable<Decision['method']>, number>()
  for (const e of evidence) {
    const sign = e.supports === best?.text ? 1 : e.supports === next?.text ? -1 : 0
    sums.set(e.method, (sums.get(e.method) ?? 0) + sign * e.weight)
  }
  const ranked = [...sums].sort((a, b) => b[1] - a[1])
  return ranked[0]?.[0] ?? '对校'
}

/**
 * Whether the printings differ, not only their transcriptions: two readings have two independent voices each, or a
 * text that was keyed from a printing with care.
 */
function printingsDiffer(
  work: CollatedWork,
  candidates: Case['candidates'],
  voices: Voices,
  kinds: Known['kinds'],
): boolean {
  const keyed = (w: number): boolean => kinds[work.witnesses[w]?.siglum ?? ''] === 'manual'
  const strong = candidates.filter(
    (c) => c.witnesses.some(keyed) || new Set(c.witnesses.map((w) => voices.of(work, w))).size > 1,
  )
  return strong.length > 1
}
