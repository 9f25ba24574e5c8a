import type { Work } from '@huijiao/ast'
import type { Entry, Locus, Range } from './model.ts'
import type { PresentedWork } from './present.ts'
import { type Stream, streamOf, textIn } from './stream.ts'

/** A paragraph in which two versions differ: its text, and that of the other version; empty where it has none of it. */
export interface ParallelRow {
  readonly block: string
  readonly own: string
  readonly other: string
}

/** Brackets in which nothing is left. */
const EMPTY = /[（〔［(][，、；：。！？]*[）〕］)]/gu

/** Marks that are left over where words are taken out: all but the last of several, and those before any word. */
const LEFT_OVER = /[，、；：]+(?=[，、；：。！？])|(?<=[。！？])[，、；：。]+|^[，、；：。]+/gu

/** The paragraphs in which the printed version of a work and the other one differ; none where there are not two. */
export function parallelRows({ tree, entries }: PresentedWork): ParallelRow[] {
  const siglum = otherWitness(tree)
  if (siglum === undefined) return []
  const stream = streamOf(tree)
  const loci = stream.loci.filter((l) => l.app.layer === 'content')
  return stream.blocks.flatMap(({ block, start, end }): ParallelRow[] => {
    const range = { start, end }
    const own = textIn(stream, range)
    const other = versionOf(siglum, stream, range, loci, entries)
    const differs = loci.some((l) => within(l, range) && departs(l, siglum))
    return differs && other !== own ? [{ block: block.id, own, other }] : []
  })
}

/** The witness that stands for the version that is not printed. */
function otherWitness({ recensions }: Work): string | undefined {
  const others = recensions.filter((r) => !r.base)
  return recensions.length === 2 && others.length === 1 ? others[0]?.sigla[0] : undefined
}

const within = ({ start, end }: Range, range: Range): boolean =>
  start >= range.start && end <= range.end

const readingOf = ({ readings }: Locus, siglum: string) =>
  readings.find((r) => r.sigla.includes(siglum))

const departs = (locus: Locus, siglum: string): boolean => readingOf(locus, siglum)?.lemma === false

/** What a witness has of a block: the text with its readings, without the passages that it lacks. */
function versionOf(
  siglum: string,
  stream: Stream,
  range: Range,
  loci: readonly Locus[],
  entries: readonly Entry[],
): string {
  const lacking = entries.flatMap(({ passage }) =>
    passage?.sigla.includes(siglum) === true ? [passage] : [],
  )
  const gone = (at: number): boolean => lacking.some((p) => p.start <= at && at < p.end)
  const own = loci.filter((l) => within(l, range) && departs(l, siglum) && !gone(l.start))
  let text = ''
  let at = range.start
  const kept = (to: number): string => {
    let out = ''
    for (; at < to; at += 1) if (!gone(at)) out += stream.points[at] ?? ''
    return out
  }
  for (const locus of own) {
    text += kept(locus.start) + (readingOf(locus, siglum)?.text ?? '')
    at = Math.max(at, locus.end)
  }
  return (text + kept(range.end)).replaceAll(EMPTY, '').replaceAll(LEFT_OVER, '').trim()
}
