import type { JoinReason } from '@huijiao/ast'
import type { JoinEvidence } from '@huijiao/model'
import type { NgramModel } from '../match/ngrams.ts'
import type { Overlap } from '../match/overlap.ts'
import { opensWell, START, seam } from '../match/seam.ts'
import { isNumbered, isSubtitle } from '../page/marks.ts'
import { textOf } from '../page/syntax.ts'
import type { Survey } from '../survey/survey.ts'
import { bySeam } from './continuations.ts'
import {
  addJump,
  addSeam,
  CLINGS,
  DISORDER,
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

/** The candidate links of one source. */
export function linksOf(survey: Survey, model: NgramModel): Link[] {
  const { page } = survey
  const links: Link[] = []
  const nextGain: number[] = page.atoms.map(() => Number.NEGATIVE_INFINITY)
  const nexts = nextAtoms(survey)
  const contested = contestedStarts(survey)
  for (const [at, next] of nexts) {
    const link = adjacent(survey, at, next, model, contested.has(next) || survey.flow < DISORDER)
    if (link === null) continue
    // Unfinished lines that nothing but their form joins to the next stay in doubt.
    const sure =
      (!unfinished(survey, at) && !doubtfulHead(survey, at)) ||
      (survey.measure[at] ?? 0) > 0 ||
      hasOverlap(survey, at)
    nextGain[at] = sure ? link.gain : Math.min(link.gain, SETTLED - 1)
    if (link.gain > 0) links.push(link)
  }
  for (const [from, followers] of survey.overlaps) {
    for (const [to, overlap] of followers) {
      if (to === from + 1 || (survey.repeats[to] ?? -1) >= 0) continue
      // Where another source surely goes on as this one does, words that it has a second time lead nowhere.
      if (outweighed(survey, from, to, overlap.weight)) continue
      const link = byOverlap(survey, from, to, overlap, model)
      if (link !== null && link.gain > 0) links.push(link)
    }
  }
  return links.concat(bySeam(survey, model, nextGain))
}

/** Pairs of neighbours in the file, repeated headlines left out. */
function nextAtoms({ page, repeats }: Survey): [number, number][] {
  const kept = page.atoms.flatMap((_, at) => ((repeats[at] ?? -1) < 0 ? [at] : []))
  return kept.slice(1).map((next, index) => [kept[index] ?? 0, next])
}

function hasOverlap(survey: Survey, at: number): boolean {
  return survey.overlaps.get(at)?.has(at + 1) === true
}

/** Whether the order of the file is as well attested, at either side, as the link that leaves it. */
function outweighed({ overlaps }: Survey, from: number, to: number, weight: number): boolean {
  const after = overlaps.get(from)?.get(from + 1)?.weight ?? 0
  const before = overlaps.get(to - 1)?.get(to)?.weight ?? 0
  return Math.max(after, before) >= weight
}

/** Atoms that another source has after an atom which is not the one before them. */
function contestedStarts(survey: Survey): ReadonlySet<number> {
  const starts = new Set<number>()
  for (const [from, followers] of survey.overlaps) {
    for (const [to, { weight }] of followers) {
      if (to === from + 1 || weight <= 1.5) continue
      if (!outweighed(survey, from, to, weight)) starts.add(to)
    }
  }
  return starts
}

function adjacent(
  survey: Survey,
  at: number,
  next: number,
  model: NgramModel,
  contested: boolean,
): Link | null {
  const { page, beginnings, heads } = survey
  const [one, two] = [page.atoms[at], page.atoms[next]]
  if (one === undefined || two === undefined) return null
  if (one.line === two.line && one.jumpOut === null && two.jumpIn === null) {
    const reason: JoinReason = { kind: 'position', distance: 'line' }
    return { from: at, to: next, gain: ONE_LINE, evidence: [{ weight: ONE_LINE, reason }] }
  }
  const headA = (heads[at] ?? 0) > 0
  const headB = (heads[next] ?? 0) > 0
  const read = next === at + 1 ? survey.seams[at] : undefined
  const evidence = [...placeEvidence(survey, at, next, model, contested)]
  const add = (weight: number, reason: JoinReason): void => {
    if (weight !== 0) evidence.push({ weight: round(weight), reason })
  }
  if (unfinished(survey, at) && !headB) {
    add(UNFINISHED, { kind: 'unfinished' })
    addSeam(evidence, read ?? seam(model, page, at, next))
    if (beginnings[next] === 'clinging') add(CLINGS, { kind: 'clinging' })
    if (beginnings[next] === 'opener' && (survey.measure[at] ?? 0) === 0) {
      add(-2, { kind: 'opening' })
    }
  }
  if (survey.closing[at] === true && !headB) add(-6, { kind: 'dateline', at: 'end-before' })
  if (survey.opening[next] === true && !headA) add(-4, { kind: 'dateline', at: 'opening' })
  const overlap = survey.overlaps.get(at)?.get(next)
  if (overlap !== undefined) {
    // Two articles may stand in one order on two pages.
    const most = headB ? 1 : 99
    add(Math.min(most, overlap.weight + overlap.sources - 1), {
      kind: 'overlap',
      sources: overlap.sources,
    })
  }
  return { from: at, to: next, gain: total(evidence), evidence }
}

/** What joins two parts of one physical line, in nats: more than any doubt. */
const ONE_LINE = 14

/** What the places of two neighbours in a file say of their being one text. */
function placeEvidence(
  survey: Survey,
  at: number,
  next: number,
  model: NgramModel,
  contested: boolean,
): readonly JoinEvidence[] {
  const { page, heads, beginnings, measure } = survey
  const evidence: JoinEvidence[] = []
  const add = (weight: number, reason: JoinReason): void => {
    if (weight !== 0) evidence.push({ weight: round(weight), reason })
  }
  const headA = (heads[at] ?? 0) > 0
  const headB = (heads[next] ?? 0) > 0
  const open = unfinished(survey, at)
  if (page.atoms[next]?.parting === 'apart' && !headA && !headB) {
    if (open || beginnings[next] === 'clinging')
      add(subject(survey, at, next), { kind: 'cohesion' })
  } else if (page.atoms[at]?.jumpOut != null || page.atoms[next]?.jumpIn != null) {
    add(-12, { kind: 'jump-line', state: 'between' })
  } else if (next > at + 1 && !headA) {
    add(-6, { kind: 'repeated-headline', at: 'between' })
  } else if (headA || headB) {
    add(headWeight(survey, at, next), { kind: 'headline', side: headA ? 'before' : 'after' })
    if (!headB && doubtfulHead(survey, at)) {
      add(Math.min(0, 2 * opensWell(model, page, next)), { kind: 'opening' })
      add(Math.min(0, subject(survey, at, next)), { kind: 'cohesion' })
    }
  } else if (open) {
    const wrapped = (measure[at] ?? 0) > 0 && (measure[next] ?? 0) > 0
    const read = next === at + 1 ? survey.seams[at] : undefined
    add(layoutWeight(survey, at, next, true), { kind: 'layout' })
    add(wrapped ? survey.wrap : 1, { kind: 'position', distance: wrapped ? 'wrap' : 'next' })
    if (contested && !(wrapped && (read?.score ?? 0) > 0))
      add(subject(survey, at, next), { kind: 'cohesion' })
  } else {
    add(survey.flow, { kind: 'position', distance: 'next' })
    add(layoutWeight(survey, at, next, false), { kind: 'layout' })
    if (beginnings[next] === 'clinging') add(-4, { kind: 'clinging' })
    if (survey.closing[next] === true) add(3, { kind: 'dateline', at: 'end-after' })
    // Words alone part nothing: they only yield to what claims either side.
    else if (contested) {
      const words = subject(survey, at, next) + START * opensWell(model, page, next)
      add(Math.max(0.4 - survey.flow, words), { kind: 'cohesion' })
    }
  }
  return evidence
}

/** Headline to text, headline to headline, text to headline. */
function headWeight(survey: Survey, at: number, next: number): number {
  const { heads, page, endings } = survey
  const one = page.atoms[at]
  const two = page.atoms[next]
  if ((heads[at] ?? 0) > 0 && (heads[next] ?? 0) <= 0) return 5
  if (one === undefined || two === undefined || survey.named[next] === true) return -8
  if ((heads[at] ?? 0) > 0) {
    if (isSubtitle(textOf(page, two)) || isNumbered(textOf(page, two))) return 4
    return isNumbered(textOf(page, one)) ? -3 : 2
  }
  // A section heading follows its text, a title does not: a number tells them apart.
  const ended = endings[at] === 'final' || endings[at] === 'colon'
  if (isNumbered(textOf(page, two))) return ended ? 3 : 1
  if (two.level > 0) return two.level > 1 ? 4 : -4
  // Whether a headline without a number opens a section is decided when whole texts can be compared.
  return -5
}

/** What speaks against leaving the order of a page: less where the page is out of order anyhow. */
function away({ flow }: Survey, from: number, to: number): number {
  return to < from ? -3 : -Math.max(0.3, Math.min(1.5, flow - 1.5))
}

function byOverlap(
  survey: Survey,
  from: number,
  to: number,
  overlap: Overlap,
  model: NgramModel,
): Link | null {
  const { page, heads } = survey
  const head = heads[from] ?? 0
  if ((heads[to] ?? 0) > 0 || (head > 0 && !doubtfulHead(survey, from))) return null
  if (survey.closing[from] === true || survey.opening[to] === true) return null
  const evidence: JoinEvidence[] = []
  const weight = overlap.weight + overlap.sources - 1
  evidence.push({ weight: round(weight), reason: { kind: 'overlap', sources: overlap.sources } })
  if (head > 0)
    evidence.push({ weight: -round(head), reason: { kind: 'headline', side: 'before' } })
  evidence.push({
    weight: round(away(survey, from, to)),
    reason: { kind: 'position', distance: 'apart' },
  })
  if (unfinished(survey, from)) {
    evidence.push({ weight: UNFINISHED, reason: { kind: 'unfinished' } })
    addSeam(evidence, seam(model, page, from, to))
  } else {
    evidence.push({ weight: round(subject(survey, from, to)), reason: { kind: 'cohesion' } })
  }
  addJump(evidence, page.atoms[from]?.jumpOut ?? null, page.atoms[to]?.jumpIn ?? null)
  return { from, to, gain: total(evidence), evidence }
}
