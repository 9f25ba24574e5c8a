import type { CollatedWork, Locus } from '@huijiao/model'
import type { Candidate, Reliability } from '../types.ts'
import type { Voices } from '../voices/voices.ts'
import { silentAt } from './recensions.ts'

/** Weight, in nats, of one independent witness of usual reliability against another. */
const VOICE = 3
/** Bounds of a single voice: none silences another altogether, none is worth nothing. */
const LEAST = 0.5
/** Twice the usual voice: a witness without faults is no more than two. By judgement. */
const MOST = 6
/**
 * Places at which a division of the voices is held to have been seen before any is: as many as it takes before what
 * other evidence says of its sides outweighs their number.
 */
const SEEN = 4
/** Rounds of expectation and maximisation, as for soundness. */
const ROUNDS = 30

/** A locus with what the number of its voices and what other evidence says for each reading, in nats. */
export interface Divided {
  readonly locus: Locus
  readonly candidates: readonly Candidate[]
  /** By candidate: the votes of its voices (see `votesOf`). */
  readonly votes: readonly number[]
  /** By candidate: all evidence but the voices. */
  readonly apart: readonly number[]
}

/**
 * Nats for each candidate by the voices that have it, each as much as it errs less than the others of the work.
 * Forms of one reading count together, and witnesses of one family once.
 */
export function votesOf(
  work: CollatedWork,
  locus: Locus,
  given: readonly Candidate[],
  voices: Voices,
  reliability: readonly Reliability[],
): number[] {
  const silent = silentAt(work, locus)
  const candidates =
    silent.size === 0
      ? given
      : given.map((c) => ({ ...c, witnesses: c.witnesses.filter((w) => !silent.has(w)) }))
  const rate = (w: number): number => Math.log(reliability[w]?.rate ?? 0.01)
  let [sum, speaking] = [0, 0]
  const held = new Map<string, number>()
  for (const { witnesses } of candidates) {
    for (const w of witnesses) {
      sum += rate(w)
      speaking += 1
      const voice = voices.of(work, w)
      held.set(voice, (held.get(voice) ?? 0) + 1)
    }
  }
  const mean = sum / Math.max(1, speaking)
  return candidates.map(({ key }) => {
    const byVoice = new Map<string, Vote>()
    for (const candidate of candidates) {
      if (candidate.key !== key) continue
      for (const w of candidate.witnesses) {
        const voice = voices.of(work, w)
        const weight = Math.min(MOST, Math.max(LEAST, VOICE + mean - rate(w)))
        const known = byVoice.get(voice)
        byVoice.set(voice, {
          weight: Math.max(weight, known?.weight ?? 0),
          copies: (known?.copies ?? 0) + 1,
        })
      }
    }
    let nats = 0
    for (const [voice, { weight, copies }] of byVoice) {
      nats += weight * (copies / Math.max(1, held.get(voice) ?? 1))
    }
    return nats
  })
}

/** What the copies of one voice say for a reading. */
interface Vote {
  /** Nats of the best of them. */
  readonly weight: number
  readonly copies: number
}

/**
 * How often each side of a division is right. Voices that part in the same way over and over, 甲 and 乙 against
 * 丙, may do so because 丙 slips, or because 甲 and 乙 copy one faulty text: their number does not tell, but the
 * words of the places do, taken together. The share of places where each side is right is found by expectation and
 * maximisation from the evidence that leaves the voices out; each place is judged by the others.
 *
 * @returns for each locus nats for each candidate.
 */
export function learnDivisions(
  work: CollatedWork,
  loci: readonly Divided[],
  voices: Voices,
): number[][] {
  const groups = new Map<string, { index: number; sides: number[] }[]>()
  for (const [index, { candidates }] of loci.entries()) {
    const names = candidates.map((c) =>
      [...new Set(c.witnesses.map((w) => voices.of(work, w)))].toSorted().join(' '),
    )
    const sides = names
      .map((_, i) => i)
      .toSorted((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1))
    const division = sides.map((i) => names[i]).join(' | ')
    const group = groups.get(division)
    if (group === undefined) groups.set(division, [{ index, sides }])
    else group.push({ index, sides })
  }
  const learned: number[][] = loci.map(({ votes }) => [...votes])
  for (const group of groups.values()) {
    const prior = softmax(
      meanOf(group.map(({ index, sides }) => ordered(loci[index]?.votes, sides))),
    )
    const apart = group.map(({ index, sides }) => ordered(loci[index]?.apart, sides))
    const right = expected(prior, apart)
    const total = prior.map((p, k) => SEEN * p + right.reduce((sum, r) => sum + (r[k] ?? 0), 0))
    for (const [place, { index, sides }] of group.entries()) {
      for (const [k, side] of sides.entries()) {
        const others = (total[k] ?? 0) - (right[place]?.[k] ?? 0)
        const row = learned[index]
        if (row !== undefined) row[side] = Math.log(others / (SEEN + group.length - 1))
      }
    }
  }
  return learned
}

/** For each place the probability that each side is right. */
function expected(prior: readonly number[], apart: readonly (readonly number[])[]): number[][] {
  let share = prior
  let right: number[][] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    right = apart.map((nats) => softmax(nats.map((n, k) => n + Math.log(share[k] ?? 1))))
    share = prior.map(
      (p, k) => (SEEN * p + right.reduce((sum, r) => sum + (r[k] ?? 0), 0)) / (SEEN + apart.length),
    )
  }
  return right
}

const ordered = (values: readonly number[] | undefined, sides: readonly number[]): number[] =>
  sides.map((i) => values?.[i] ?? 0)

const meanOf = (rows: readonly (readonly number[])[]): number[] =>
  (rows[0] ?? []).map((_, k) => rows.reduce((sum, r) => sum + (r[k] ?? 0), 0) / rows.length)

function softmax(nats: readonly number[]): number[] {
  const most = Math.max(...nats)
  const weights = nats.map((n) => Math.exp(n - most))
  const total = weights.reduce((a, b) => a + b, 0)
  return weights.map((w) => w / total)
}
