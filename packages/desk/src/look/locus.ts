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
import type { Look } from '../collation/session.ts'
import type { LocusPlace, LocusView } from '../protocol/views.ts'
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
    punctuation: decision.locus.layer === 'punctuation',
    clause: strongest === undefined ? '' : sayReason(strings.reasons, strongest.reason),
    readings: decision.locus.readings.map((reading) => {
      const own = result.works.find((w) => w.spec.id === work)
      const sigla = [...new Set(reading.witnesses.map((w) => own?.witnesses[w]?.siglum ?? ''))]
      return {
        text: reading.text,
        sigla,
        places: witnesses
          .filter((w) => sigla.includes(w.siglum))
          .map((w) => placeIn(look.sources, w)),
      }
    }),
    evidence: evidence.map((e) => evidenceLine(e, look.sources, strings)),
    ...(ruling === null ? {} : { ruling }),
    gap: false,
  }
}

/** The place of a reading in its source, with what stands around it. */
function placeIn(sources: readonly Source[], passage: WitnessPassage): LocusPlace {
  const { siglum, file, at, text, print } = passage
  const source = sources.find((s) => s.file === file)
  const points = source?.points ?? []
  const end = at + Array.from(text).length
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
