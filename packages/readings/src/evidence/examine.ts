import type { Evidence } from '@huijiao/ast'
import type { CollatedWork, Locus } from '@huijiao/model'
import { fold, type Segmented, segmentWords } from '@huijiao/text'
import { cohesion, cohesionsOf, type Language } from '../learn/cohesion.ts'
import { type Guide, marksOf } from '../loci/guide.ts'
import { keysIn, textIn } from '../loci/loci.ts'
import type { Candidate, EvidenceContext } from '../types.ts'
import type { Voices } from '../voices/voices.ts'
import type { Concordance } from './concordance.ts'
import type { Held } from './garbled.ts'
import type { ContentKind } from './kind.ts'
import type { Parallel } from './parallel.ts'
import { parallelsOf } from './parallels.ts'
import { additionsIn, RUN, repeats } from './repeats.ts'

/** A locus prepared for judgement: what does not change from one round to the next. */
export interface Case {
  readonly locus: Locus
  readonly candidates: readonly Candidate[]
  readonly parallels: readonly Parallel[]
}

/** Characters of context on each side with their marks. */
const REACH = 60
/** Keys on each side: the longest stretch that any kind of evidence looks for, a run of `PASSAGE` characters. */
const KEYS = 24
/** Longer readings are passages, not words. */
const PASSAGE = 24

export function prepare(
  workIndex: number,
  locus: Locus,
  concordance: Concordance,
  voices: Voices,
): Case {
  const work = concordance.works[workIndex]
  if (work === undefined) return { locus, candidates: [], parallels: [] }
  const candidates = locus.readings.map((r): Candidate => {
    const w = r.witnesses[0] ?? 0
    return {
      text: r.text,
      key: concordance.encode(keysIn(work, locus.unit, w)),
      marked: markedText(work, locus.unit, w),
      marks: marksAround(work, locus.unit, w),
      witnesses: r.witnesses,
    }
  })
  return {
    locus,
    candidates,
    parallels: parallelsOf(workIndex, locus, candidates, concordance, voices),
  }
}

/** Context of a case in the reading text as decided so far, and the evidence it gives for the readings. */
export interface View
  extends Pick<
    EvidenceContext,
    'left' | 'right' | 'leftKey' | 'rightKey' | 'leftFolded' | 'rightFolded' | 'segmented'
  > {
  readonly held: Held
}

/**
 * The context of a case in the current reading text.
 *
 * @param encoded the keys of the guide (see `Concordance.encode`).
 * @param known the view in an earlier state of the text; returned itself where nothing around the case changed.
 */
export function viewOf(
  { locus, candidates }: Case,
  guide: Guide,
  encoded: string,
  language: Language,
  known?: View,
): View {
  const [start, end] = guide.rangeOf(locus.unit)
  const keys = (from: number, to: number): string => encoded.slice(Math.max(0, from), to)
  const left = guide.leftOf(start, REACH)
  const right = end > start ? afterOf(guide, end) : guide.rightOf(end, REACH)
  const leftKey = keys(start - KEYS, start)
  const rightKey = keys(end, end + KEYS)
  if (
    known?.left === left &&
    known.right === right &&
    known.leftKey === leftKey &&
    known.rightKey === rightKey
  ) {
    return known
  }
  const [leftFolded, rightFolded] = [fold(left), fold(right)]
  // Passages are not weighed by their words.
  const passage = candidates.some((c) => c.key.length > PASSAGE)
  return {
    left,
    right,
    leftKey,
    rightKey,
    leftFolded,
    rightFolded,
    segmented: candidates.map((c) =>
      passage ? NO_WORDS : wordsAround(leftFolded, c.key, rightFolded),
    ),
    held: passage
      ? { cohesions: candidates.map(() => 0), lengths: candidates.map(() => 0) }
      : withoutRepeats(
          { candidates, leftKey, rightKey },
          cohesionsOf(candidates, guide.leftOf(start, KEYS), guide.rightOf(end, KEYS), language),
          language,
        ),
  }
}

/**
 * How firmly the words hold readings that repeat their neighbour. Whatever is copied twice is as good language as what
 * stands there once, so only the seam between the two copies tells anything.
 */
function withoutRepeats(
  place: Pick<EvidenceContext, 'candidates' | 'leftKey' | 'rightKey'>,
  cohesions: number[],
  language: Language,
): Held {
  const lengths = place.candidates.map((c) => c.key.length)
  const repeated = additionsIn(place)
    .filter((addition) => addition.extra.length >= RUN && repeats(addition))
    .sort((a, b) => a.longer.key.length - b.longer.key.length)
  for (const { longer, shorter, extra } of repeated) {
    const [i, k] = [place.candidates.indexOf(longer), place.candidates.indexOf(shorter)]
    cohesions[i] = (cohesions[k] ?? 0) + cohesion(extra, '', extra, language)
    lengths[i] = lengths[k] ?? 0
  }
  return { cohesions, lengths }
}

const NO_WORDS: Segmented = { words: [], cost: 0 }
/** Characters on each side that a reading may make words with. */
const WORDS = 7
/** Average cost, in nats, of a character of sound text; subtracted so that length alone is no penalty. */
const PER_CHARACTER = 3.5

function wordsAround(left: string, key: string, right: string): Segmented {
  const before = Array.from(left.slice(-2 * WORDS))
    .slice(-WORDS)
    .join('')
  const after = Array.from(right.slice(0, 2 * WORDS))
    .slice(0, WORDS)
    .join('')
  const { words, cost } = segmentWords(before + key + after)
  return { words, cost: cost - PER_CHARACTER * key.length }
}

/** What all cases of a round share, and what was learned of this one. */
type Setting = Pick<
  EvidenceContext,
  'concordance' | 'voices' | 'simplified' | 'longer' | 'held' | 'voted'
>

/** All that the evidence modules may look at. Written out, for there is one for each locus and round. */
export const contextOf = (
  work: CollatedWork,
  { candidates, parallels }: Case,
  view: View,
  setting: Setting,
): EvidenceContext => ({
  work,
  candidates,
  parallels,
  left: view.left,
  right: view.right,
  leftKey: view.leftKey,
  rightKey: view.rightKey,
  leftFolded: view.leftFolded,
  rightFolded: view.rightFolded,
  segmented: view.segmented,
  concordance: setting.concordance,
  voices: setting.voices,
  held: setting.held,
  voted: setting.voted,
  longer: setting.longer,
  simplified: setting.simplified,
})

/** The marks that follow the locus, then the text, up to the end of the block. */
function afterOf(guide: Guide, end: number): string {
  const mark = guide.marks[end - 1] ?? ''
  const stop = mark.indexOf('¶')
  return stop < 0 ? mark + guide.rightOf(end, REACH) : mark.slice(0, stop)
}

/** All evidence of the given kinds. */
export function gather(
  kinds: readonly ContentKind[],
  locus: Locus,
  context: EvidenceContext,
): Evidence[] {
  return kinds.flatMap((kind) => kind.find(locus, context))
}

/** A witness's reading with the punctuation inside it. */
function markedText(work: CollatedWork, unit: number, w: number): string {
  const [start, end] = work.units[unit]?.spans[w] ?? [0, 0]
  const tokens = work.witnesses[w]?.tokens ?? []
  if (end - start < 2) return textIn(work, unit, w)
  let text = ''
  for (let k = start; k < end; k += 1) {
    const token = tokens[k]
    if (token === undefined) continue
    text +=
      token.t +
      (k + 1 < end ? marksOf(token, tokens[k + 1], tokens[k + 1]?.t ?? '').replace('¶', '') : '')
  }
  return text
}

/** A witness's punctuation on both sides of its reading; of an omission, the marks in its place. */
function marksAround(work: CollatedWork, unit: number, w: number): [string, string] {
  const [start, end] = work.units[unit]?.spans[w] ?? [0, 0]
  const tokens = work.witnesses[w]?.tokens ?? []
  const after = (k: number): string => {
    const token = tokens[k]
    return token === undefined ? '' : marksOf(token, tokens[k + 1], tokens[k + 1]?.t ?? '')
  }
  return [after(start - 1), end > start ? after(end - 1) : '']
}
