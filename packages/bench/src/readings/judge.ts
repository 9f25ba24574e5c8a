import type { CollatedWork, Decision, Locus } from '@huijiao/model'
import { decide, lemmaOf } from '@huijiao/readings'
import type { ReadingSet, Trial } from './set.ts'
import { edits, keysOf, laidBeside } from './truth.ts'
import { collatedTrial } from './work.ts'

/** One decided locus beside the truth. */
interface Judged {
  readonly trial: string
  readonly decision: Decision
  /** Whether each way to choose a reading chose the true one. */
  readonly ours: boolean
  readonly single: boolean
  readonly majority: boolean
  readonly byFamily: boolean
  /** Whether any copy has the true reading. */
  readonly attested: boolean
}

export interface SetResult {
  readonly name: string
  readonly from: string
  readonly loci: readonly Judged[]
  /** Edits that part the decided text from the truth, as a share of those of the best copy. */
  readonly left: number
}

/** Decides all trials of a set and lays the decisions beside the truth. */
export function judgedSet({ name, from, trials }: ReadingSet): SetResult {
  const judged = trials.map(judgedTrial)
  const errors = judged.reduce((n, t) => n + t.errors, 0)
  const best = judged.reduce((n, t) => n + t.best, 0)
  return { name, from, loci: judged.flatMap((t) => t.loci), left: errors / Math.max(1, best) }
}

/** The places where some copy has the true reading apart from those where none has, which no choice can get right. */
export function byAttestation(result: SetResult): SetResult[] {
  const part = (name: string, attested: boolean): SetResult => ({
    ...result,
    name: `${result.name}: ${name}`,
    loci: result.loci.filter((l) => l.attested === attested),
  })
  return [part('attested', true), part('in no copy', false)]
}

interface JudgedTrial {
  readonly loci: readonly Judged[]
  readonly errors: number
  readonly best: number
}

function judgedTrial(trial: Trial): JudgedTrial {
  const kinds = Object.fromEntries(trial.copies.map((c) => [c.siglum, c.kind]))
  const decided = decide([collatedTrial(trial)], [], [], { kinds })
  const [work] = decided.works
  if (work === undefined) return { loci: [], errors: 0, best: 0 }
  const content = decided.decisions.filter((d) => d.locus.layer === 'content')
  const truth = keysOf(trial.truth)
  const lemma = lemmaOf(work, content)
  const text = lemma.map((c) => keysOf(c.t).join(''))
  const beside = laidBeside(text, truth)
  const starts = startsOf(
    work,
    lemma.map((c) => c.unit),
  )
  const verdicts = content.map((decision) => {
    const { unit, readings } = decision.locus
    const longest = Math.max(...readings.map((r) => [...r.text].length))
    const right = beside(starts[unit] ?? 0, starts[unit + 1] ?? 0, longest)
    return {
      decision,
      ours: right(keysOf(decision.lemma)),
      right: readings.map((r) => right(keysOf(r.text))),
    }
  })
  const best = bestSingle(work, verdicts)
  const families = new Map(trial.copies.map((c) => [c.siglum, c.family ?? c.siglum]))
  const loci = verdicts.flatMap(({ decision, ours, right }): Judged[] => {
    const { locus } = decision
    const at = (index: number): boolean => right[index] ?? false
    const base = work.witnesses.findIndex((w) => w.siglum === trial.base)
    if (base >= 0 && at(readingOf(locus, base))) return []
    const single = at(readingOf(locus, best))
    const majority = at(mostOf(work, locus, (siglum) => siglum))
    const byFamily = at(mostOf(work, locus, (siglum) => families.get(siglum) ?? siglum))
    const attested = right.includes(true)
    return [{ trial: trial.name, decision, ours, single, majority, byFamily, attested }]
  })
  return {
    loci,
    errors: edits(text, truth),
    best: Math.min(
      ...work.witnesses.map((w) =>
        edits(
          w.tokens.map((t) => t.n),
          truth,
        ),
      ),
    ),
  }
}

/** For each unit, and the end, where it begins in the reading text. */
function startsOf(work: CollatedWork, units: readonly number[]): Int32Array {
  const starts = new Int32Array(work.units.length + 1)
  for (const unit of units) starts[unit + 1] = (starts[unit + 1] ?? 0) + 1
  for (let u = 1; u < starts.length; u += 1) starts[u] = (starts[u] ?? 0) + (starts[u - 1] ?? 0)
  return starts
}

const readingOf = (locus: Locus, witness: number): number =>
  locus.readings.findIndex((r) => r.witnesses.includes(witness))

/** The copy that is right at most of the loci. */
function bestSingle(
  work: CollatedWork,
  loci: readonly { readonly decision: Decision; readonly right: readonly boolean[] }[],
): number {
  const counts = work.witnesses.map(
    (_, w) => loci.filter(({ decision, right }) => right[readingOf(decision.locus, w)]).length,
  )
  return counts.indexOf(Math.max(...counts))
}

/** The reading of most voices, of several the base text's, which comes first. */
function mostOf(work: CollatedWork, locus: Locus, voice: (siglum: string) => string): number {
  const votes = locus.readings.map(
    (r) => new Set(r.witnesses.map((w) => voice(work.witnesses[w]?.siglum ?? ''))).size,
  )
  return votes.indexOf(Math.max(...votes))
}
