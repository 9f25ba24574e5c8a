import type { JoinEvidence } from '../model.ts'
import {
  addJump,
  addSeam,
  DISORDER,
  type Link,
  round,
  SETTLED,
  total,
  UNFINISHED,
  unfinished,
} from './evidence.ts'
import type { NgramModel } from './ngrams.ts'
import { seam } from './seam.ts'
import { subject } from './subject.ts'
import type { Survey } from './survey.ts'

/** Atoms on each side among which a continuation is looked for by the characters alone. */
const FORWARD = 100
const BACKWARD = 40
/** Adjacency of whole sentences below this is no more than the order of a page out of order. */
const ORDERLY = 4.6
/** On such a page what a sentence lacks stands somewhere else, in nats. */
const ELSEWHERE = 3
/** Atoms ahead among which a continuation is looked for that nothing but the want of one speaks for. */
const NEARBY = 48
/** Least fit of two characters for a join without other witness: below it text may be missing. */
const FIT = 0.8

/** Continuations of unfinished sentences that no other source attests. */
export function bySeam(survey: Survey, model: NgramModel, nextGain: readonly number[]): Link[] {
  const { page } = survey
  const links: Link[] = []
  for (const from of page.atoms.keys()) {
    if ((survey.repeats[from] ?? -1) >= 0) continue
    if (!unfinished(survey, from) || (nextGain[from] ?? 0) >= SETTLED) continue
    const first = Math.max(0, from - BACKWARD)
    const last = Math.min(page.atoms.length - 1, from + FORWARD)
    for (let to = first; to <= last; to++) {
      if (to === from || to === from + 1 || (nextGain[to - 1] ?? 0) >= SETTLED) continue
      if (survey.overlaps.get(from)?.has(to) === true) continue
      const link = continuation(survey, model, from, to, nextGain[to - 1] ?? 0)
      if (link !== null && link.gain > 0) links.push(link)
    }
  }
  return links
}

/** One unfinished end and one beginning, neither next to the other nor attested elsewhere. */
function continuation(
  survey: Survey,
  model: NgramModel,
  from: number,
  to: number,
  adjacency: number,
): Link | null {
  const { page, heads, beginnings, opening, repeats, flow } = survey
  if ((repeats[to] ?? -1) >= 0 || (heads[to] ?? 0) > 0) return null
  if (opening[to] === true || beginnings[to] === 'opener') return null
  const clinging = beginnings[to] === 'clinging'
  const read = seam(model, page, from, to)
  const fits = read.score >= FIT || clinging
  const out = page.atoms[from]?.jumpOut ?? null
  const into = page.atoms[to]?.jumpIn ?? null
  const loose =
    to > from && to - from <= NEARBY && flow < DISORDER && adjacency < ORDERLY && out === null
  if (!loose && !(read.score >= 0.5 || clinging)) return null
  const evidence: JoinEvidence[] = [
    { kind: 'syntax', weight: UNFINISHED, reason: '句子未完' },
    { kind: 'position', weight: round(distance(from, to)), reason: '两段在文件中不相邻' },
  ]
  addSeam(evidence, read)
  if (clinging) evidence.push({ kind: 'syntax', weight: 2, reason: '后段不能起句' })
  if (loose) {
    evidence.push({ kind: 'position', weight: ELSEWHERE, reason: '版面错乱，下文当在他处' })
    // What no subject could save is not compared.
    const subjects = total(evidence) > -1.5 ? subject(survey, from, to) : 0
    if (subjects !== 0) {
      evidence.push({ kind: 'cohesion', weight: round(subjects), reason: '前后用词' })
    }
  }
  addJump(evidence, out, into)
  const lacuna = !fits && !(out !== null && into !== null)
  return { from, to, gain: total(evidence), evidence, lacuna }
}

function distance(from: number, to: number): number {
  const steps = Math.abs(to - from)
  return -3 - (to < from ? 1.5 : 0) - Math.min(2, Math.log2(steps) / 4)
}
