import type { JoinEvidence } from '@huijiao/model'
import type { NgramModel } from '../match/ngrams.ts'
import { type Seam, seam } from '../match/seam.ts'
import type { Page } from '../page/types.ts'
import type { Survey } from '../survey/survey.ts'
import {
  addJump,
  addSeam,
  CLINGS,
  doubtfulHead,
  type Link,
  layoutWeight,
  round,
  SETTLED,
  total,
  UNFINISHED,
  unfinished,
} from './evidence.ts'
import { subject } from './subject.ts'

/** Beginnings ahead, and behind, among which a continuation is looked for. */
const FORWARD = 24
const BACKWARD = 4
/** What speaks against a continuation that stands before its beginning, in nats. */
const RETURN = 2.5
/** Least fit of two characters for a join without other witness: below it text may be missing. */
const FIT = 0
/** What no subject could save is not compared. */
const HOPELESS = -4

/**
 * Continuations of unfinished sentences that no other source attests: every end that does not surely read on
 * where it stands, with every beginning near it that does not surely continue what stands before it.
 */
export function bySeam(survey: Survey, model: NgramModel, nextGain: readonly number[]): Link[] {
  const { page } = survey
  const starts = page.atoms.flatMap((_, at) => (isBeginning(survey, at, nextGain) ? [at] : []))
  const links: Link[] = []
  let ahead = 0
  for (const from of page.atoms.keys()) {
    while (ahead < starts.length && (starts[ahead] ?? 0) <= from) ahead++
    if ((survey.repeats[from] ?? -1) >= 0 || (nextGain[from] ?? 0) >= SETTLED) continue
    if (!unfinished(survey, from) && !doubtfulHead(survey, from)) continue
    // Beginnings are counted, not lines: a long column is one place to go on.
    const next = starts[ahead] === from + 1 ? ahead + 1 : ahead
    for (let index = Math.max(0, ahead - BACKWARD); index < next + FORWARD; index++) {
      const to = starts[index]
      if (to === undefined) break
      if (to === from || to === from + 1) continue
      if (survey.overlaps.get(from)?.has(to) === true) continue
      const steps = index < ahead ? index - ahead : index - next
      const link = continuation(survey, model, from, to, steps)
      if (link !== null && link.gain > 0) links.push(link)
    }
  }
  return links
}

/** Whether an atom may begin what continues a text elsewhere. */
function isBeginning(survey: Survey, at: number, nextGain: readonly number[]): boolean {
  const { heads, beginnings, opening, repeats } = survey
  if ((repeats[at] ?? -1) >= 0 || (heads[at] ?? 0) > 0) return false
  if (opening[at] === true || beginnings[at] === 'opener') return false
  return (nextGain[at - 1] ?? Number.NEGATIVE_INFINITY) < SETTLED
}

const seams = new WeakMap<Page, Map<number, Seam>>()

/** The cut between two atoms that do not stand together, read once. */
function knownSeam(model: NgramModel, page: Page, from: number, to: number): Seam {
  const known = seams.get(page) ?? new Map<number, Seam>()
  seams.set(page, known)
  const key = from * page.atoms.length + to
  const found = known.get(key) ?? seam(model, page, from, to)
  known.set(key, found)
  return found
}

/** One unfinished end and one beginning, neither next to the other nor attested elsewhere. */
function continuation(
  survey: Survey,
  model: NgramModel,
  from: number,
  to: number,
  steps: number,
): Link | null {
  const { page, beginnings } = survey
  const clinging = beginnings[to] === 'clinging'
  const read = knownSeam(model, page, from, to)
  const out = page.atoms[from]?.jumpOut ?? null
  const into = page.atoms[to]?.jumpIn ?? null
  // Most pairs are hopeless: nothing is written down for them.
  const layout = layoutWeight(survey, from, to, true)
  const plain =
    UNFINISHED + ORPHAN + distance(steps) + read.score + layout + (clinging ? CLINGS : 0)
  if (plain < HOPELESS && (out === null || into === null)) return null
  const fits = read.score >= FIT || clinging || (out !== null && into !== null)
  const evidence: JoinEvidence[] = [
    { weight: UNFINISHED, reason: { kind: 'unfinished' } },
    { weight: round(ORPHAN + distance(steps)), reason: { kind: 'position', distance: 'apart' } },
  ]
  const head = survey.heads[from] ?? 0
  // A headline is not taken for the beginning of a sentence unless the characters say so.
  if (head > 0 && read.score < FIT + 0.5) return null
  if (head > 0)
    evidence.push({ weight: -round(head), reason: { kind: 'headline', side: 'before' } })
  addSeam(evidence, read)
  if (layout !== 0) evidence.push({ weight: round(layout), reason: { kind: 'layout' } })
  if (clinging) evidence.push({ weight: CLINGS, reason: { kind: 'clinging' } })
  addJump(evidence, out, into)
  if (total(evidence) > HOPELESS) {
    const weight = round(subject(survey, from, to))
    if (weight !== 0) evidence.push({ weight, reason: { kind: 'cohesion' } })
  }
  return { from, to, gain: total(evidence), evidence, lacuna: !fits }
}

/** What it costs to leave a beginning without the text before it, in nats. */
const ORPHAN = 1.5

/** What speaks against a beginning, by how many others stand between: none for the first one ahead. */
function distance(steps: number): number {
  const passed = steps < 0 ? -1 - steps : steps
  return -0.8 - 0.7 * Math.log2(1 + passed) - (steps < 0 ? RETURN : 0)
}
