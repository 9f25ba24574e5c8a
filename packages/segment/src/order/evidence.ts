import type { JoinReason } from '@huijiao/ast'
import type { JoinEvidence } from '@huijiao/model'
import type { Seam } from '../match/seam.ts'
import type { Jump } from '../page/types.ts'
import { fillsLine } from '../survey/openings.ts'
import type { Survey } from '../survey/survey.ts'

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
export const UNFINISHED = 4
/** What speaks for a beginning that cannot open a sentence, after one that is not finished. */
export const CLINGS = 2
/** Adjacency above this is not doubted: no other continuation is looked for. */
export const SETTLED = 6
/** Flow below which a page is out of order. */
export const DISORDER = 3.9

/** Whether an atom ends inside a sentence. */
export function unfinished(survey: Survey, at: number): boolean {
  if ((survey.heads[at] ?? 0) > 0) return false
  return survey.endings[at] === 'open' || survey.endings[at] === 'pause'
}

/** Log-odds below which a headline may be a line cut short. */
const DOUBTFUL = 2.2

/** Whether an atom may be a short headline or the first words of a paragraph that goes on elsewhere. */
export function doubtfulHead(survey: Survey, at: number): boolean {
  const score = survey.heads[at] ?? 0
  const atom = survey.page.atoms[at]
  if (score <= 0 || score > DOUBTFUL || atom === undefined || survey.flow >= DISORDER) return false
  if (atom.level > 0 || atom.bold || survey.named[at] === true) return false
  return survey.endings[at] === 'open' && at > 0 && (survey.heads[at - 1] ?? 0) <= 0
}

/** Adds what the characters on the two sides of a cut say. */
export function addSeam(evidence: JoinEvidence[], read: Seam): void {
  if (read.word !== null) {
    evidence.push({ weight: round(read.score), reason: { kind: 'word-cut', word: read.word } })
  } else if (read.score !== 0) {
    const reason: JoinReason = { kind: 'fit', fits: read.score > 0 }
    evidence.push({ weight: round(read.score), reason })
  }
}

/** A note that the text goes on elsewhere, and one that it comes from elsewhere. */
export function addJump(evidence: JoinEvidence[], out: Jump | null, into: Jump | null): void {
  if (out === null && into === null) return
  if (out === null || into === null) {
    evidence.push({ weight: 0.5, reason: { kind: 'jump-line', state: 'one' } })
    return
  }
  const mark = (jump: Jump): string => jump.target.replace(/[^①-⑳]/gu, '')
  const apart = mark(out) !== '' && mark(into) !== '' && mark(out) !== mark(into)
  evidence.push({
    weight: apart ? -4 : 2.5,
    reason: { kind: 'jump-line', state: apart ? 'differ' : 'agree' },
  })
}

/** Share of what speaks for a beginning by its form: it says that the text goes on, not from where. */
const LIKELY = 0.4

/**
 * Whether a line begins a paragraph, by its form, as what it would follow asks: after an unfinished sentence none
 * begins, after a finished one one does, unless the sentence happens to fill its line.
 */
export function layoutWeight(survey: Survey, from: number, to: number, open: boolean): number {
  const weight = survey.openings[to] ?? 0
  if (open) return round(weight < 0 ? -LIKELY * weight : -weight)
  const atom = survey.page.atoms[from]
  if (atom === undefined || fillsLine(atom, survey.measure[from] ?? 0)) return 0
  return round(Math.min(0, weight))
}

/** The sum of all weights, in nats. */
export function total(evidence: readonly JoinEvidence[]): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0)
}

/** Weights are kept to hundredths. */
export function round(weight: number): number {
  return Math.round(weight * 100) / 100
}
