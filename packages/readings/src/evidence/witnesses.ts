import type { Reason } from '@huijiao/ast'
import type { Evidence } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import type { Candidate, EvidenceContext, Reliability } from '../types.ts'
import { placeOf, spanOf } from './parallels.ts'

/** What one independent voice of usual reliability says against one, in nats. */
const VOICE = 3
/** Bounds of a single voice: none silences another altogether, none is worth nothing. */
const LEAST = 0.5
const MOST = 6

type Attested = Pick<EvidenceContext, 'work' | 'candidates' | 'voices'>

/**
 * 对校: the witnesses themselves. Each independent voice counts once, by how much more or less often it
 * errs than the others of the work; so balanced voices settle nothing, and copies of one printing add
 * nothing to each other.
 *
 * @param reliability of the witnesses of this work.
 */
export function witnessEvidence(
  locus: Locus,
  context: Attested,
  reliability: readonly Reliability[],
): Evidence[] {
  const rate = new Map(reliability.map((r) => [r.witness, r.rate]))
  const support = context.candidates.map((c) => votes(c, context, rate))
  const least = Math.min(...support.map((s) => s.weight))
  return context.candidates.flatMap((candidate, i): Evidence[] => {
    const s = support[i]
    const weight = (s?.weight ?? 0) - least
    if (s === undefined || weight < 0.05) return []
    return [
      {
        method: '对校',
        supports: candidate.text,
        weight,
        reason: reasonOf(
          candidate,
          context,
          s.voices,
          support.map((x) => x.voices),
        ),
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

interface Votes {
  readonly weight: number
  readonly voices: number
}

function votes(candidate: Candidate, context: Attested, rate: ReadonlyMap<number, number>): Votes {
  const all = context.candidates.flatMap((c) => c.witnesses)
  const mean =
    all.reduce((sum, w) => sum + Math.log(rate.get(w) ?? 0.01), 0) / Math.max(1, all.length)
  // Orthographic forms of one reading speak with one mouth.
  const same = context.candidates.filter((c) => c.key === candidate.key)
  const byVoice = new Map<string, number>()
  for (const w of same.flatMap((c) => c.witnesses)) {
    const voice = context.voices.of(context.work, w)
    const held = all.filter((x) => context.voices.of(context.work, x) === voice).length
    const mine = same
      .flatMap((c) => c.witnesses)
      .filter((x) => context.voices.of(context.work, x) === voice).length
    const share = mine / Math.max(1, held)
    const weight = Math.min(MOST, Math.max(LEAST, VOICE + mean - Math.log(rate.get(w) ?? 0.01)))
    byVoice.set(voice, Math.max(byVoice.get(voice) ?? 0, weight * share))
  }
  return { weight: [...byVoice.values()].reduce((a, b) => a + b, 0), voices: byVoice.size }
}

function reasonOf(
  candidate: Candidate,
  context: Attested,
  voices: number,
  all: readonly number[],
): Reason {
  const sigla = [
    ...new Set(candidate.witnesses.map((w) => context.work.witnesses[w]?.siglum ?? '')),
  ]
  const most = Math.max(...all.filter((_, i) => context.candidates[i]?.key !== candidate.key), 0)
  return { kind: 'witnesses', sigla, voices, more: voices > most }
}
