import type { JoinEvidence } from '../model.ts'
import { isNumbered, isSubtitle } from './marks.ts'
import type { NgramModel } from './ngrams.ts'
import { type Foothold, hasEdge, type Overlap, readsOn } from './overlap.ts'
import { type Seam, seam } from './seam.ts'
import type { Survey } from './survey.ts'
import { textOf } from './syntax.ts'
import type { Profile, Topics } from './topics.ts'
import type { Atom, Jump } from './types.ts'

/** One atom may follow another; `gain` in nats over both standing at an edge of the text. */
export interface Link {
  readonly from: number
  readonly to: number
  readonly gain: number
  readonly evidence: readonly JoinEvidence[]
  /** They belong together and do not fit: text is missing between. */
  readonly lacuna?: boolean
}

/** What leaving a sentence unfinished costs. */
export const UNFINISHED = 3
/** Adjacency above this is not doubted: no other continuation is looked for. */
const SETTLED = 6
/** Atoms on each side among which a continuation is looked for by the characters alone. */
const FORWARD = 100
const BACKWARD = 40

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
    const sure = !unfinished(survey, at) || (survey.measure[at] ?? 0) > 0 || hasOverlap(survey, at)
    nextGain[at] = sure ? link.gain : Math.min(link.gain, SETTLED - 1)
    if (link.gain > 0) links.push(link)
  }
  for (const [from, followers] of survey.overlaps) {
    for (const [to, overlap] of followers) {
      if (to === from + 1 || (survey.repeats[to] ?? -1) >= 0) continue
      const link = byOverlap(survey, from, to, overlap, model)
      if (link !== null && link.gain > 0) links.push(link)
    }
  }
  links.push(...bySeam(survey, model, nextGain))
  return links
}

function unfinished(survey: Survey, at: number): boolean {
  if ((survey.heads[at] ?? 0) > 0) return false
  return survey.endings[at] === 'open' || survey.endings[at] === 'pause'
}

/** Pairs of neighbours in the file, repeated headlines left out. */
function nextAtoms({ page, repeats }: Survey): [number, number][] {
  const kept = page.atoms.flatMap((_, at) => ((repeats[at] ?? -1) < 0 ? [at] : []))
  return kept.slice(1).map((next, index) => [kept[index] ?? 0, next])
}

function hasOverlap(survey: Survey, at: number): boolean {
  return survey.overlaps.get(at)?.has(at + 1) === true
}

/** Atoms that another source has after an atom which is not the one before them. */
function contestedStarts({ overlaps }: Survey): ReadonlySet<number> {
  const starts = new Set<number>()
  for (const [from, followers] of overlaps) {
    for (const [to, { weight }] of followers) if (to !== from + 1 && weight > 1.5) starts.add(to)
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
  if (one.jumpOut !== null || two.jumpIn !== null) {
    add('jump-line', -12, '两段之间有转接提示')
  } else if (repeated && !headA) {
    add('repeated-headline', -6, '两段之间重出标题')
  } else if (headA || headB) {
    add('position', headWeight(survey, at, next), headA ? '标题之后紧接正文' : '其后为标题')
  } else if (open) {
    const wrapped = (measure[at] ?? 0) > 0 && (measure[next] ?? 0) > 0
    add('position', wrapped ? 6 : 1, wrapped ? '印刷行折行，次行紧接' : '次段紧接')
  } else {
    add('position', survey.flow + ((measure[at] ?? 0) > 0 ? 1 : 0), '次段紧接')
    if (beginnings[next] === 'clinging') add('syntax', -4, '次段不能起句')
    if (survey.closing[next] === true) add('syntax', 3, '次段为文末电头')
    // Words alone part nothing: they only yield to what claims either side.
    else if (contested)
      add('cohesion', Math.max(0.4 - survey.flow, subject(survey, at, next)), '前后用词')
  }
  if (open && !headB) {
    add('syntax', UNFINISHED, '句子未完')
    addSeam(evidence, read ?? seam(model, page, at, next))
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

/** Weight of other sources that have this end, or this beginning, in another neighbourhood. */
function contradiction(survey: Survey, at: number, next: number, open: boolean): number {
  const firm = (list: readonly Foothold[] | undefined): boolean =>
    list?.some(
      (held) => held.strength >= 14 && held.slack <= 3 && readsOn(survey.cuts[held.other], held.at),
    ) ?? false
  let against = 0
  if (firm(survey.footholds.ends[at])) against += 1
  if (firm(survey.footholds.starts[next])) against += 1
  return -against * (open ? 1.8 : 0.5) - (edged(survey, at, next) ? EDGED : 0)
}

/** What another source that has a text end, or begin, at this place speaks against going on, in nats. */
const EDGED = 3

function edged(survey: Survey, at: number, next: number): boolean {
  const has = (list: readonly Foothold[] | undefined): boolean =>
    list?.some(
      (held) => held.strength >= 16 && held.slack <= 2 && hasEdge(survey.cuts[held.other], held.at),
    ) ?? false
  if ((survey.heads[at] ?? 0) > 0 || (survey.heads[next] ?? 0) > 0) return false
  if (survey.closing[next] === true) return false
  return has(survey.footholds.ends[at]) || has(survey.footholds.starts[next])
}

/** Content characters on each side that are compared where two links contend. */
const NEAR = 300

/** Whether two atoms are of one subject, by the text before the one and after the other. */
function subject({ page, topics }: Survey, from: number, to: number): number {
  const end = page.atoms[from]
  const start = page.atoms[to]
  if (end === undefined || start === undefined) return 0
  const { codes } = page.content
  const before = profileOf(befores, end, topics, codes.subarray(Math.max(0, end.to - NEAR), end.to))
  const after = profileOf(afters, start, topics, codes.subarray(start.from, start.from + NEAR))
  return Math.max(-1.5, Math.min(1.5, topics.compare(before, after)))
}

const befores = new WeakMap<Atom, Profile>()
const afters = new WeakMap<Atom, Profile>()

/** The profile of the text at one side of an atom, made once. */
function profileOf(
  known: WeakMap<Atom, Profile>,
  atom: Atom,
  topics: Topics,
  codes: Int32Array,
): Profile {
  const found = known.get(atom) ?? topics.profile(String.fromCodePoint(...codes))
  known.set(atom, found)
  return found
}

function byOverlap(
  survey: Survey,
  from: number,
  to: number,
  overlap: Overlap,
  model: NgramModel,
): Link | null {
  const { page, heads } = survey
  if ((heads[to] ?? 0) > 0 || (heads[from] ?? 0) > 0) return null
  if (survey.closing[from] === true || survey.opening[to] === true) return null
  const evidence: JoinEvidence[] = []
  const weight = overlap.weight + overlap.sources - 1
  evidence.push({
    kind: 'overlap',
    weight: round(weight),
    reason: `另有${overlap.sources}份文本前后相连`,
  })
  evidence.push({ kind: 'position', weight: to < from ? -3 : -1.5, reason: '两段在文件中不相邻' })
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

/** Adjacency of whole sentences below this is no more than the order of a page out of order. */
const ORDERLY = 4.6
/** On such a page what a sentence lacks stands somewhere else, in nats. */
const ELSEWHERE = 3
/** Atoms ahead among which a continuation is looked for that nothing but the want of one speaks for. */
const NEARBY = 48
/** Flow below which a page is out of order. */
const DISORDER = 3.9
/** Least fit of two characters for a join without other witness: below it text may be missing. */
const FIT = 0.8

/** Continuations of unfinished sentences that no other source attests. */
function bySeam(survey: Survey, model: NgramModel, nextGain: readonly number[]): Link[] {
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

function addSeam(evidence: JoinEvidence[], read: Seam): void {
  if (read.word !== null) {
    evidence.push({
      kind: 'word-cut',
      weight: round(read.score),
      reason: `断处合成一词“${read.word}”`,
    })
  } else if (read.score !== 0) {
    const reason = read.score > 0 ? '断处字句在各本中相连' : '断处不成词句'
    evidence.push({ kind: 'syntax', weight: round(read.score), reason })
  }
}

/** A note that the text goes on elsewhere, and one that it comes from elsewhere. */
export function addJump(evidence: JoinEvidence[], out: Jump | null, into: Jump | null): void {
  if (out === null && into === null) return
  if (out === null || into === null) {
    evidence.push({ kind: 'jump-line', weight: 0.5, reason: '一端有转接提示' })
    return
  }
  const mark = (jump: Jump): string => jump.target.replace(/[^①-⑳]/gu, '')
  const apart = mark(out) !== '' && mark(into) !== '' && mark(out) !== mark(into)
  evidence.push({
    kind: 'jump-line',
    weight: apart ? -4 : 2.5,
    reason: apart ? '两端转接记号不同' : '两端转接提示相合',
  })
}

function total(evidence: readonly JoinEvidence[]): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0)
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100
}
