import type { Method } from '@huijiao/ast'
import { sayReason, type Strings, stringsFor } from '@huijiao/hast/strings'
import { placeText, type Source } from '@huijiao/model'
import {
  type EditionResult,
  evidenceLine,
  explain,
  gapReason,
  type ReviewItem,
  reviewItem,
  type WitnessPassage,
} from '@huijiao/parse'
import type { Look } from '../collation/look.ts'
import type { LocusPlace, LocusView } from '../protocol/readings.ts'
import { gapOf } from './gaps.ts'
import { rulingAt } from './ruled.ts'

/** Characters of a source shown on either side of a place: a line or two. */
const CONTEXT = 40

/** All that is known of a locus or a gap. */
export function locusView(look: Look, id: string, language: string): LocusView | null {
  const { result } = look
  if (result === null) return null
  const strings = stringsFor(language)
  const gap = gapOf(look, id)
  if (gap !== undefined) {
    const why = gapReason(gap.gap, strings)
    return {
      ...gap,
      id,
      lemma: '',
      certainty: 'undecided',
      method: null,
      punctuation: false,
      clause: why,
      readings: [],
      evidence: [],
      gap: true,
    }
  }
  const item = reviewItem(result, id)
  return item === null ? null : viewOf(look, result, item, strings)
}

function viewOf(
  look: Look,
  result: EditionResult,
  { id, work, title, locus, decision }: ReviewItem,
  strings: Strings,
): LocusView {
  const { lemma, certainty, method, evidence } = decision
  const witnesses = explain(result, id)[0]?.witnesses ?? []
  const strongest = evidence
    .filter((e) => e.supports === lemma)
    .toSorted((a, b) => b.weight - a.weight)[0]
  const ruling = rulingAt(look, decision)
  const isMarks = decision.locus.layer === 'punctuation'
  return {
    id,
    work,
    title,
    locus,
    before: decision.locus.before,
    lemma,
    after: decision.locus.after,
    certainty,
    method: method satisfies Method | null,
    punctuation: isMarks,
    clause: strongest === undefined ? '' : sayReason(strings.reasons, strongest.reason),
    readings: decision.locus.readings.map((reading) => {
      const own = result.works.find((w) => w.spec.id === work)
      const sigla = [...new Set(reading.witnesses.map((w) => own?.witnesses[w]?.siglum ?? ''))]
      return {
        text: reading.text,
        sigla,
        places: witnesses
          .filter((w) => sigla.includes(w.siglum))
          .map((w) => placeIn(look.sources, w, isMarks)),
      }
    }),
    evidence: evidence.map((e) => evidenceLine(e, look.sources, strings)),
    ...(ruling === null ? {} : { ruling }),
    gap: false,
  }
}

/** The place of a reading in its source, with what stands around it; of marks, those behind the character. */
function placeIn(
  sources: readonly Source[],
  passage: WitnessPassage,
  isMarks: boolean,
): LocusPlace {
  const { siglum, file, text, print } = passage
  const source = sources.find((s) => s.file === file)
  const points = source?.points ?? []
  const characters = Array.from(text).length
  const at = passage.at + (isMarks ? characters : 0)
  const end = isMarks ? marksEnd(points, at) : at + characters
  return {
    siglum,
    file,
    at,
    place: source === undefined ? file : placeText(source, at),
    before: points.slice(Math.max(0, at - CONTEXT), at).join(''),
    text: points.slice(at, end).join(''),
    after: points.slice(end, end + CONTEXT).join(''),
    ...(print === undefined ? {} : { print: print.page }),
  }
}

/** Where the marks behind a character end: at the next letter, or with the line. */
function marksEnd(points: readonly string[], from: number): number {
  let end = from
  while (/[^\p{L}\p{N}\r\n]/u.test(points[end] ?? '')) end += 1
  return end
}
