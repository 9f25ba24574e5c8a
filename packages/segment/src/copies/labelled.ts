import type { Source } from '@huijiao/model'
import {
  FURNITURE,
  LABELS,
  type Label,
  type Labelled,
  labelLines,
  othersOf,
  type PlacedLine,
  physicalLines,
} from '../label/index.ts'
import { markedLines } from '../page/marked.ts'
import type { KnownLine, LineAt, There } from '../page/types.ts'
import { besideOthers, type Copies } from './copies.ts'
import type { Counterpart } from './counterparts.ts'

/**
 * Labels the lines of all sources: each source by itself, then again with what its copies have at each line and take
 * that for. Files of one siglum are one copy, which says nothing of its own borders.
 *
 * @param whole sources that hold one text alone, by the editor's word
 */
export function labelSources(
  sources: readonly Source[],
  whole: ReadonlySet<number> = new Set(),
): LineAt[] {
  const lines = sources.map(linesOfSource)
  const sigla = [...new Set(sources.map(({ siglum }) => siglum))]
  const copies = sigla.map((siglum) =>
    sources.flatMap((source, at) => (source.siglum === siglum ? (lines[at] ?? []) : [])),
  )
  const known = new Map(
    othersOf(copies).flatMap((own, copy) =>
      own.flatMap((others, at) => {
        const line = copies[copy]?.[at]
        return line === undefined ? [] : [[line, others] as const]
      }),
    ),
  )
  const observed = lines.map((own) =>
    own.map((line) => {
      const others = known.get(line)
      return others === undefined ? line : { ...line, others }
    }),
  )
  const alone = observed.map((own) => labelLines(own))
  const beside = besideOthers(sources, lines)
  return lines.map((own, source) => {
    const told = toldBy(beside[source] ?? [], alone)
    if (whole.has(source)) sayWhole(told, alone[source] ?? [], beside[source] ?? [])
    const heard = told.some((nats) => nats !== 0)
    const labelled = heard ? labelLines(observed[source] ?? [], undefined, told) : alone[source]
    const starts = new Map(
      own.flatMap((line, at): [number, KnownLine][] => {
        const label = labelled?.[at]
        const there = placed(beside[source]?.[at] ?? new Map(), lines)
        return label === undefined ? [] : [[line.start, { label, there }]]
      }),
    )
    return (start) => starts.get(start) ?? null
  })
}

function linesOfSource(source: Source): PlacedLine[] {
  const marked = markedLines(source)
  return physicalLines(source.points).map((line) => {
    const { level, bold } = marked(line.start, line.end)
    return { ...line, level: Math.max(line.level, level), bold: line.bold || bold }
  })
}

function placed(
  others: ReadonlyMap<number, Counterpart>,
  lines: readonly (readonly PlacedLine[])[],
): ReadonlyMap<number, There> {
  return new Map(
    [...others].map(([other, there]) => {
      const start = there.kind === 'lacking' ? -1 : (lines[other]?.[there.line]?.start ?? -1)
      return [other, { kind: there.kind, start }]
    }),
  )
}

/** Nats for furniture where a copy lacks a line between its neighbours, and against it where it has the line. */
const LACKING = 3
const THERE = -2
/** The same of the first lines of a file: many a copy lacks the title. */
const AT_EDGE = 1
/** Copies that say as much of a label as all together. */
export const VOICES = 2
/** Labels that a copy gives a line are not told apart below so many nats. */
const FLOOR = -7

/** What copies tell of the labels of lines, in nats. */
function toldBy(beside: Copies, alone: readonly (readonly Labelled[])[]): Float64Array {
  const told = new Float64Array(beside.length * LABELS.length)
  for (const [line, others] of beside.entries()) {
    // What copies take one text for is no independent evidence: together they say no more than some.
    const weight = Math.min(1, VOICES / others.size)
    for (const [other, there] of others) {
      const own = there.kind === 'lacking' ? undefined : alone[other]?.[there.line]
      const shares = own === undefined ? null : sharesOf(own, there.kind === 'line')
      for (const [at, label] of LABELS.entries()) {
        const furniture = FURNITURE.has(label)
        let nats = 0
        if (there.kind === 'lacking') nats = furniture ? (there.edge ? AT_EDGE : LACKING) : 0
        else if (furniture) nats = THERE
        if (shares !== null) nats += weight * Math.max(FLOOR, Math.log(shares(label)))
        const place = line * LABELS.length + at
        told[place] = (told[place] ?? 0) + nats
      }
    }
  }
  return told
}

/** What stands between the texts of a newspaper. */
const BETWEEN: ReadonlySet<Label> = new Set<Label>([
  'advert',
  'advert-more',
  'imprint',
  'imprint-more',
])
/** What a site sets around its text. */
const AROUND: ReadonlySet<Label> = new Set<Label>(['source-note', 'web'])
/** Nats from which a line is surely text. */
const SURELY_TEXT = 3
/** Nats that leave a label out of the question. */
const NEVER = -1000

/**
 * A file that is one text has nothing between texts. What looks like the notice of a site is text too (`来源：司机讲给我听的。`)
 * where a copy has it, or where running text stands before and behind it; but not where all copies lack it that have
 * what stands around it.
 */
function sayWhole(told: Float64Array, lines: readonly Labelled[], beside: Copies): void {
  const isText = ({ label, margin }: Labelled): boolean => TEXT.has(label) && margin >= SURELY_TEXT
  const [first, last] = [lines.findIndex(isText), lines.findLastIndex(isText)]
  for (const line of lines.keys()) {
    const others = [...(beside[line]?.values() ?? [])]
    const lacking = others.length > 0 && others.every(({ kind }) => kind === 'lacking')
    const around = lacking || (others.length === 0 && (line < first || line > last))
    for (const [at, label] of LABELS.entries()) {
      if (BETWEEN.has(label) || (AROUND.has(label) && !around))
        told[line * LABELS.length + at] = NEVER
    }
  }
}

/** Labels of running text: which of them a line has depends on how its copy is wrapped. */
const TEXT: ReadonlySet<Label> = new Set<Label>([
  'opening',
  'salutation',
  'paragraph',
  'continuation',
  'verse',
  'item',
  'row',
  'note',
])

/**
 * How likely each label of a line is by what its copy was taken for, text and furniture each as one; of a line that
 * begins inside another, only whether it is furniture.
 */
function sharesOf({ odds }: Labelled, whole: boolean): (label: Label) => number {
  const shareOf = (label: Label): number => {
    const nats = odds[label]
    return nats === undefined ? 0 : 1 / (1 + Math.exp(-nats))
  }
  const sum = (labels: ReadonlySet<Label>): number =>
    [...labels].reduce((total, label) => total + shareOf(label), 0)
  const [text, furniture] = [sum(TEXT), sum(FURNITURE)]
  if (!whole) return (label) => (FURNITURE.has(label) ? furniture : 1 - furniture)
  return (label) => (TEXT.has(label) ? text : FURNITURE.has(label) ? furniture : shareOf(label))
}
