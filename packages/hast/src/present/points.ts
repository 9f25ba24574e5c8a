import type { Work } from '@huijiao/ast'
import type { Locus, Point, Range } from './model.ts'
import { variantsIn } from './readings.ts'
import { kindOf } from './recensions.ts'
import { blockAt, type Stream, textIn } from './stream.ts'
import { lastWord, wholeWords } from './words.ts'

/** Code points between two loci that a reader still takes in at one glance; fitted on no text. */
const NEAR = 8
/** Longest lemma that neighbours are joined into, in code points: it is still quoted whole. */
const LONGEST = 24

const SENTENCE_END = /[。！？\n]/u
const PART = /^[\p{L}\p{N}\p{M}]$/u

/** Whether a place is within the sentence of the place before it. */
export function sameSentence({ points }: Stream, from: number, to: number): boolean {
  // Most places that are asked about lie far apart, and the first sentence ends soon.
  for (let at = from; at < to; at += 1) if (SENTENCE_END.test(points[at] ?? '')) return false
  return true
}

/**
 * Loci as a reader meets them: widened to whole words, and joined where a few characters of one sentence part them.
 */
export function pointsOf(stream: Stream, loci: readonly Locus[], work: Work): Point[] {
  const groups: { range: Range; loci: Locus[] }[] = []
  for (const locus of loci) {
    const range =
      locus.app.layer === 'punctuation'
        ? aroundMark(stream, locus)
        : sized(stream, wholeWords(stream, locus))
    const last = groups.at(-1)
    if (last !== undefined && joins(stream, last, range, locus, work)) {
      last.range = {
        start: Math.min(last.range.start, range.start),
        end: Math.max(last.range.end, range.end),
      }
      last.loci.push(locus)
    } else groups.push({ range, loci: [locus] })
  }
  return groups.map(({ range, loci: own }) => pointAt(stream, range, own))
}

/** A point with a range given: what witnesses have there. */
export function pointAt(stream: Stream, range: Range, loci: readonly Locus[]): Point {
  const lemma = textIn(stream, range).replaceAll('\n', '')
  return { ...range, loci, lemma, ...variantsIn(stream, range, loci) }
}

function joins(
  stream: Stream,
  last: { readonly range: Range; readonly loci: readonly Locus[] },
  range: Range,
  locus: Locus,
  work: Work,
): boolean {
  if (!last.loci.every((l) => kindOf(l, work) === kindOf(locus, work))) return false
  if (!covered(last.loci, locus)) return false
  if (range.start < last.range.end) return true
  if (!sameSentence(stream, last.range.end, range.start)) return false
  const shared = last.loci.some((l) => sameRuling(l, locus))
  return shared || (range.start - last.range.end <= NEAR && range.end - last.range.start <= LONGEST)
}

/** Whether a witness that only one side names has nothing at the place, rather than not covering it. */
function covered(before: readonly Locus[], locus: Locus): boolean {
  const last = before.at(-1)
  const [left, right] = [namedAt(before), namedAt([locus])]
  const touching = last !== undefined && last.end === locus.start
  const one = [...left, ...right].filter((s) => !(left.has(s) && right.has(s)))
  return one.every((s) => touching && [last, locus].some((l) => l !== undefined && lacks(l, s)))
}

const namedAt = (loci: readonly Locus[]): Set<string> =>
  new Set(loci.flatMap((l) => l.readings.flatMap((r) => r.sigla)))

const lacks = ({ readings }: Locus, siglum: string): boolean =>
  readings.some((r) => !r.lemma && r.text === '' && r.sigla.includes(siglum))

/** Whether both have the same ruling, by its words. */
export const sameRuling = (a: Locus, b: Locus): boolean =>
  a.app.ruling !== undefined && a.app.ruling.reason === b.app.ruling?.reason

/** A place without text, or with a single character, is known by the word after it, before a mark by that before it. */
function sized(stream: Stream, { start, end }: Range): Range {
  if (end - start > 1) return { start, end }
  const next = nextWord(stream, end)
  if (next > end) return { start, end: next }
  // Behind a mark a character is told alone; nothing cannot be.
  const before = PART.test(stream.points[start - 1] ?? '') || start === end
  return before ? { start: lastWord(stream, start), end } : { start, end }
}

/** A mark of punctuation is known by the words beside it. */
export function aroundMark(stream: Stream, { start, end }: Range): Range {
  const block = blockAt(stream, start)
  return {
    start: Math.max(block?.start ?? 0, lastWord(stream, start)),
    end: Math.min(block?.end ?? end, Math.max(end, nextWord(stream, end))),
  }
}

/** Where the word that begins at a place ends; the place itself before a mark. */
function nextWord(stream: Stream, at: number): number {
  const { points } = stream
  if (!PART.test(points[at] ?? '')) return at
  return wholeWords(stream, { start: at, end: at + 1 }).end
}
