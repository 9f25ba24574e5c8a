import type { JoinEvidence } from '@huijiao/model'
import { bySeam } from './continuations.ts'
import { contradiction } from './contradiction.ts'
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
import { isNumbered, isSubtitle } from './marks.ts'
import type { NgramModel } from './ngrams.ts'
import type { Overlap } from './overlap.ts'
import { opensWell, START, seam } from './seam.ts'
import { subject } from './subject.ts'
import type { Survey } from './survey.ts'
import { textOf } from './syntax.ts'

/** The candidate links of one source. */
export function linksOf(survey: Survey, model: NgramModel): Link[] {
  const { page } = survey
  const links: Link[] = []
  const nextGain: number[] = page.atoms.map(() => Number.NEGATIVE_INFINITY)
  const nexts = nextAtoms(survey)
  const contested = contestedStarts(survey)
  for (const [at, next] of nexts) {
    const link = adjacent(survey, at, next, model, contested.has(next) || survey.flow < DISORDER)
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
  links.push(...bySeam(survey, model, nextGain))
  return links
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
): Link {
  const { page, heads, endings, beginnings, measure } = survey
  const evidence: JoinEvidence[] = []
  const add = (kind: string, weight: number, reason: string): void => {
    if (weight !== 0) evidence.push({ kind, weight: round(weight), reason })
  }
  const one = page.atoms[at]
  const two = page.atoms[next]
  if (one === undefined || two === undefined) return { from: at, to: next, gain: -99, evidence }
  const headA = (heads[at] ?? 0) > 0
  const headB = (heads[next] ?? 0) > 0
  const overlap = survey.overlaps.get(at)?.get(next)
  const read = next === at + 1 ? survey.seams[at] : undefined
  const repeated = next > at + 1
  if (one.line === two.line && one.jumpOut === null && two.jumpIn === null) {
    add('position', 14, '两段在同一行')
    return { from: at, to: next, gain: 14, evidence }
  }
  const open = unfinished(survey, at)
  if (two.parting === 'apart' && !headA && !headB) {
    if (open || beginnings[next] === 'clinging')
      add('cohesion', subject(survey, at, next), '前后用词')
  } else if (one.jumpOut !== null || two.jumpIn !== null) {
    add('jump-line', -12, '两段之间有转接提示')
  } else if (repeated && !headA) {
    add('repeated-headline', -6, '两段之间重出标题')
  } else if (headA || headB) {
    add('position', headWeight(survey, at, next), headA ? '标题之后紧接正文' : '其后为标题')
    if (!headB && doubtfulHead(survey, at)) {
      add('syntax', Math.min(0, 2 * opensWell(model, page, next)), '后段起句')
      add('cohesion', Math.min(0, subject(survey, at, next)), '前后用词')
    }
  } else if (open) {
    const wrapped = (measure[at] ?? 0) > 0 && (measure[next] ?? 0) > 0
    add('layout', layoutWeight(survey, at, next, true), '次段行式')
    add('position', wrapped ? survey.wrap : 1, wrapped ? '印刷行折行，次行紧接' : '次段紧接')
    if (contested && !(wrapped && (read?.score ?? 0) > 0))
      add('cohesion', subject(survey, at, next), '前后用词')
  } else {
    add('position', survey.flow, '次段紧接')
    add('layout', layoutWeight(survey, at, next, false), '次段行式')
    if (beginnings[next] === 'clinging') add('syntax', -4, '次段不能起句')
    if (survey.closing[next] === true) add('syntax', 3, '次段为文末电头')
    // Words alone part nothing: they only yield to what claims either side.
    else if (contested) {
      const words = subject(survey, at, next) + START * opensWell(model, page, next)
      add('cohesion', Math.max(0.4 - survey.flow, words), '前后用词')
    }
  }
  if (open && !headB) {
    add('syntax', UNFINISHED, '句子未完')
    addSeam(evidence, read ?? seam(model, page, at, next))
    if (beginnings[next] === 'clinging') add('syntax', CLINGS, '次段不能起句')
    if (beginnings[next] === 'opener' && (measure[at] ?? 0) === 0) {
      add('syntax', -2, '次段另起一段')
    }
  }
  if (survey.closing[at] === true && !headB) add('syntax', -6, '前段为文末电头')
  if (survey.opening[next] === true && !headA) add('syntax', -4, '次段以电头开篇')
  if (overlap !== undefined) {
    // Two articles may stand in one order on two pages.
    const most = headB ? 1 : 99
    add(
      'overlap',
      Math.min(most, overlap.weight + overlap.sources - 1),
      `另有${overlap.sources}份文本此处相连`,
    )
  } else {
    add('overlap', contradiction(survey, at, next, endings[at] === 'open'), '他本此处另有下文')
  }
  return { from: at, to: next, gain: total(evidence), evidence }
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
  evidence.push({
    kind: 'overlap',
    weight: round(weight),
    reason: `另有${overlap.sources}份文本前后相连`,
  })
  if (head > 0) evidence.push({ kind: 'syntax', weight: -round(head), reason: '前段或为标题' })
  evidence.push({
    kind: 'position',
    weight: round(away(survey, from, to)),
    reason: '两段在文件中不相邻',
  })
  if (unfinished(survey, from)) {
    evidence.push({ kind: 'syntax', weight: UNFINISHED, reason: '句子未完' })
    addSeam(evidence, seam(model, page, from, to))
  } else {
    evidence.push({
      kind: 'cohesion',
      weight: round(subject(survey, from, to)),
      reason: '前后用词',
    })
  }
  addJump(evidence, page.atoms[from]?.jumpOut ?? null, page.atoms[to]?.jumpIn ?? null)
  return { from, to, gain: total(evidence), evidence }
}
