import { LACUNA_SIGN, type PlaceInPrint } from '@huijiao/ast'
import type { CollatedWork, Decision, Source, WitnessToken } from '@huijiao/model'
import { inPrint, placeOf } from '@huijiao/model'
import { type Edge, type Gap, keysOfText, lemmaOf, occurrences, streamsOf } from '@huijiao/readings'
import { isContent } from '@huijiao/text'
import { identify } from '../compose/identify.ts'
import type { EditionResult } from '../pipeline.ts'

/** What one witness has at a passage, and where. */
export interface WitnessPassage {
  readonly siglum: string
  readonly file: string
  /** Offset in the source's text where it begins. */
  readonly at: number
  readonly line: number
  readonly column: number
  /** The member of an archive or page of a PDF that line and column count in. */
  readonly part?: string
  /** Where it stands on the printed page, where the file says. */
  readonly print?: PlaceInPrint
  /** As written, line ends as spaces; empty where the witness omits it. */
  readonly text: string
}

/** A passage of the reading text, with its witnesses and the decisions in it. */
export interface Passage {
  readonly work: string
  readonly title: string
  /** The reading text of the passage, without punctuation. */
  readonly text: string
  readonly before: string
  readonly after: string
  readonly witnesses: readonly WitnessPassage[]
  readonly decisions: readonly { readonly id: string; readonly decision: Decision }[]
  /** Where text is missing in it or beside it: the words before and after. */
  readonly gaps: readonly (Gap & { readonly before: string; readonly after: string })[]
}

/**
 * Finds a passage by the id of a locus, by words of the reading text or of any witness, punctuation aside, or
 * by ［……］, which finds every gap, and says who has what where and what was decided.
 *
 * @returns one for each place that the words fit; none where they fit nowhere.
 */
export function explain(result: EditionResult, query: string): Passage[] {
  const ids = identify(result.decided.decisions.map((d) => d.locus))
  const wanted = result.decided.decisions.find((d) => ids.get(d.locus) === query.trim())
  return result.works.flatMap((work) => {
    const own = result.decided.decisions.filter((d) => d.locus.work === work.spec.id)
    const ranges =
      wanted === undefined
        ? query.includes(LACUNA_SIGN) && keysOfText(query).length === 0
          ? rangesOfGaps(result, work, own)
          : rangesOf(work, own, query)
        : wanted.locus.work === work.spec.id
          ? [rangeOfLocus(wanted)]
          : []
    return ranges.map((range) => passage(result, work, own, range, ids))
  })
}

interface Range {
  readonly start: Edge
  /** The last character, inclusive. */
  readonly end: Edge
}

const rangeOfLocus = ({ locus }: Decision): Range => {
  const start = { unit: locus.unit, offset: locus.offset ?? 0 }
  return { start, end: { unit: locus.unit, offset: locus.offset ?? Number.MAX_SAFE_INTEGER } }
}

/** The characters on both sides of each gap. */
function rangesOfGaps(
  { decided }: EditionResult,
  work: CollatedWork,
  decisions: readonly Decision[],
): Range[] {
  const edges = streamsOf(work, decisions).at(-1)?.edges ?? []
  return [...(decided.gaps.get(work.spec.id)?.keys() ?? [])].flatMap((at): Range[] => {
    const [start, end] = [edges[at - 1] ?? edges[at], edges[at] ?? edges[at - 1]]
    return start === undefined || end === undefined ? [] : [{ start, end }]
  })
}

function rangesOf(work: CollatedWork, decisions: readonly Decision[], query: string): Range[] {
  const keys = keysOfText(query)
  const found = new Map<string, Range>()
  for (const stream of streamsOf(work, decisions)) {
    for (const at of occurrences(stream, keys)) {
      const [start, end] = [stream.edges[at], stream.edges[at + keys.length - 1]]
      // The same place in another witness may end at another character of the same unit.
      if (start !== undefined && end !== undefined && !found.has(`${start.unit}-${end.unit}`)) {
        found.set(`${start.unit}-${end.unit}`, { start, end })
      }
    }
  }
  return [...found.values()]
}

function passage(
  { input, decided }: EditionResult,
  work: CollatedWork,
  own: readonly Decision[],
  { start, end }: Range,
  ids: ReadonlyMap<Decision['locus'], string>,
): Passage {
  const lemma = lemmaOf(work, own)
  const offsets = new Map<number, number>()
  const inside: number[] = []
  for (const [i, c] of lemma.entries()) {
    const offset = offsets.get(c.unit) ?? 0
    offsets.set(c.unit, offset + 1)
    const after = c.unit > start.unit || (c.unit === start.unit && offset >= start.offset)
    const before = c.unit < end.unit || (c.unit === end.unit && offset <= end.offset)
    if (after && before) inside.push(i)
  }
  const from = inside[0] ?? lemma.findIndex((c) => c.unit >= start.unit)
  const to = inside.length === 0 ? from : (inside.at(-1) ?? from) + 1
  const text = (a: number, b: number): string =>
    lemma
      .slice(Math.max(0, a), Math.max(0, b))
      .map((c) => c.t)
      .join('')
  const sources = new Map(input.sources.map((s) => [s.file, s]))
  return {
    work: work.spec.id,
    title: work.spec.title,
    text: text(from, to),
    before: text(from - 12, from),
    after: text(to, to + 12),
    witnesses: work.witnesses.flatMap((_, w) => witnessPassage(work, w, { start, end }, sources)),
    gaps: [...(decided.gaps.get(work.spec.id) ?? [])].flatMap(([at, gap]) =>
      from <= at && at <= to ? [{ ...gap, before: text(at - 6, at), after: text(at, at + 6) }] : [],
    ),
    decisions: decided.decisions.flatMap((decision) => {
      const { locus } = decision
      if (locus.work !== work.spec.id || locus.unit < start.unit || locus.unit > end.unit) return []
      // Marks stand within a unit: only those next to the passage concern it.
      if (
        locus.offset !== undefined &&
        locus.unit === start.unit &&
        locus.offset < start.offset - 1
      )
        return []
      if (locus.offset !== undefined && locus.unit === end.unit && locus.offset > end.offset)
        return []
      return [{ id: ids.get(locus) ?? '', decision }]
    }),
  }
}

function witnessPassage(
  work: CollatedWork,
  w: number,
  { start, end }: Range,
  sources: ReadonlyMap<string, Source>,
): WitnessPassage[] {
  const witness = work.witnesses[w]
  const [first, last] = [work.units[start.unit], work.units[end.unit]]
  const source = sources.get(witness?.file ?? '')
  const covered = work.units.slice(start.unit, end.unit + 1).some((u) => u.covers[w] ?? false)
  if (witness === undefined || source === undefined || !covered) return []
  const [a, b] = first?.spans[w] ?? [0, 0]
  const [c, d] = last?.spans[w] ?? [0, 0]
  const from = Math.min(a + start.offset, b)
  const to = Math.max(from, Math.min(c + end.offset + 1, d))
  const [head, tail] = [witness.tokens[from], witness.tokens[to - 1]]
  const at = head?.at ?? (witness.tokens[from - 1]?.at ?? -1) + 1
  const text =
    from === to || tail === undefined ? '' : writtenText(source, witness.tokens.slice(from, to))
  const print = inPrint(source, at, (tail?.at ?? at) + 1)
  return [
    {
      siglum: witness.siglum,
      file: witness.file,
      at,
      ...placeOf(source, at),
      ...(print === null ? {} : { print }),
      text: text.replace(/\s+/gu, ' '),
    },
  ]
}

/** What stands in the file from the first token to the last; where that is elsewhere in it, the place is told. */
function writtenText(source: Source, tokens: readonly WitnessToken[]): string {
  let text = ''
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1]
    const between =
      before === undefined || token.at <= before.at
        ? undefined
        : source.points.slice(before.at + 1, token.at).join('')
    if (between !== undefined && ![...between].some(isContent)) text += between
    else if (before !== undefined) {
      const { line, column } = placeOf(source, token.at)
      text += ` …[${line}:${column}] `
    }
    text += source.points[token.at] ?? ''
  }
  return text
}
