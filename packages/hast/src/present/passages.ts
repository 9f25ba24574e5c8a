import type { Locus, Passage, Range } from './model.ts'
import { type Stream, textIn } from './stream.ts'

const CONTENT = /[\p{L}\p{N}\p{M}]/u
const SENTENCE_END = /[。！？…\n]/u
const CLOSING = /[”’』」）》〉】〕]/u
const OPENING = /[“‘『「（《〈【〔\s　]/u

/** Passages that witnesses lack, and for each locus the witnesses of which a passage tells. */
export interface Passages {
  readonly passages: readonly Passage[]
  readonly told: ReadonlyMap<Locus, ReadonlySet<string>>
}

/**
 * Finds what witnesses lack as whole sentences: loci side by side at which the same witness has nothing. A locus
 * where others differ besides goes to an entry of its own, without the witnesses of the passage.
 *
 * @param loci of the content layer, in text order.
 */
export function passagesOf(stream: Stream, loci: readonly Locus[]): Passages {
  const byRange = new Map<string, { range: Range; loci: readonly Locus[]; sigla: string[] }>()
  for (const siglum of new Set(loci.flatMap((l) => l.app.readings.flatMap((r) => r.sigla)))) {
    for (const run of runsWithout(siglum, stream, loci)) {
      const range = wholeSentences(stream, run)
      if (range === null) continue
      const key = `${range.start}-${range.end}`
      const known = byRange.get(key)
      if (known === undefined) byRange.set(key, { range, loci: run, sigla: [siglum] })
      else known.sigla.push(siglum)
    }
  }
  const told = new Map<Locus, Set<string>>()
  const passages: Passage[] = []
  for (const { range, loci: run, sigla } of byRange.values()) {
    const pure = run.filter((l) => !told.has(l) && othersAgree(l, sigla))
    if (pure.length === 0) continue
    for (const locus of run) told.set(locus, new Set([...(told.get(locus) ?? []), ...sigla]))
    passages.push({
      ...range,
      loci: pure,
      text: textIn(stream, range),
      sigla: sigla.toSorted((a, b) => rank(stream, a) - rank(stream, b)),
      paragraphs: stream.blocks.filter((b) => range.start <= b.start && b.end <= range.end).length,
    })
  }
  return { passages, told }
}

/** Sigla come in the order in which the first locus has them. */
const rank = ({ loci }: Stream, siglum: string): number =>
  loci.findIndex((l) => l.app.readings.some((r) => r.sigla.includes(siglum)))

const lacks = ({ readings }: Locus, siglum: string): boolean =>
  readings.some((r) => r.text === '' && !r.lemma && r.sigla.includes(siglum))

/** Whether a witness has nothing here, or is not counted here at all, as where it has a gap. */
const absent = (locus: Locus, siglum: string): boolean =>
  lacks(locus, siglum) || !locus.readings.some((r) => r.sigla.includes(siglum))

/** Whether nothing but the absence in these witnesses makes the locus. */
const othersAgree = ({ app, readings }: Locus, sigla: readonly string[]): boolean =>
  app.ruling === undefined &&
  readings.every((r) => r.lemma || r.sigla.every((s) => sigla.includes(s)))

/** Runs of loci with nothing but marks between them at which a witness has nothing. */
function runsWithout(siglum: string, stream: Stream, loci: readonly Locus[]): Locus[][] {
  const runs: Locus[][] = []
  let run: Locus[] = []
  for (const locus of loci) {
    const last = run.at(-1)
    const next =
      last === undefined || !CONTENT.test(textIn(stream, { start: last.end, end: locus.start }))
    if (!absent(locus, siglum) || !next) {
      runs.push(run)
      run = []
    }
    if (run.length > 0 ? absent(locus, siglum) : lacks(locus, siglum)) run.push(locus)
  }
  return [...runs, run]
    .map((some) => some.slice(0, some.findLastIndex((l) => lacks(l, siglum)) + 1))
    .filter((some) => some.length > 0)
}

/** The range of a run with its marks, where it is whole sentences; null where it is not. */
function wholeSentences(stream: Stream, run: readonly Locus[]): Range | null {
  const { points } = stream
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined || first.start === last.end) return null
  let start = first.start
  while (start > 0 && OPENING.test(points[start - 1] ?? '') && points[start - 1] !== '\n')
    start -= 1
  const before = points[start - 1] ?? '\n'
  if (!SENTENCE_END.test(before) && !CLOSING.test(before)) return null
  let end = last.end
  let ended = SENTENCE_END.test(points[end - 1] ?? '')
  while (end < points.length && points[end] !== '\n') {
    const mark = points[end] ?? ''
    if (!SENTENCE_END.test(mark) && !CLOSING.test(mark)) break
    ended ||= SENTENCE_END.test(mark)
    end += 1
  }
  return ended || points[end] === '\n' ? { start, end } : null
}
