import type { Source } from '@huijiao/model'
import {
  type Labelled,
  labelLines,
  othersOf,
  type PlacedLine,
  physicalLines,
} from './label/index.ts'
import { markedLines } from './marked.ts'

/** The label of the line at a place of a source; null where no line begins. */
export type LabelAt = (start: number) => Labelled | null

/** Labels the lines of all sources; files of one siglum are one copy, which says nothing of its own borders. */
export function labelSources(sources: readonly Source[]): LabelAt[] {
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
  return lines.map((own) => {
    const labelled = labelLines(
      own.map((line) => {
        const others = known.get(line)
        return others === undefined ? line : { ...line, others }
      }),
    )
    const starts = new Map(own.map((line, at) => [line.start, labelled[at] ?? null] as const))
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
