import type { FileMap } from './provenance.ts'
import type { Source } from './source.ts'

/** A place for people: both count from 1, columns in code points. */
export interface Place {
  readonly line: number
  readonly column: number
  /** The member of an archive or the page that line and column count in; absent for the file itself. */
  readonly part?: string
}

/** Line and column in the file of an offset of the text; the end of the text is a place too. */
export function placeOf(source: Source, offset: number): Place {
  if (source.map === undefined) return lineAndColumn(source.lineStarts, offset)
  const { part, at } = positionIn(source.map, offset)
  const found = source.map.parts[part]
  const place = lineAndColumn(found?.lineStarts ?? [0], at)
  return found === undefined || found.name === '' ? place : { ...place, part: found.name }
}

/** `a.txt:3:7`, or of a member of an archive `a.epub (text/ch1.xhtml):3:7`. */
export function placeText(source: Source, offset: number): string {
  const { line, column, part } = placeOf(source, offset)
  return `${source.file}${part === undefined ? '' : ` (${part})`}:${line}:${column}`
}

/** The part of a file, and the offset in it, from which a character of the text was read. */
export function positionIn(map: FileMap, offset: number): { part: number; at: number } {
  let [low, high] = [0, map.runs.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((map.runs[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const run = map.runs[low]
  if (run === undefined) return { part: 0, at: 0 }
  const verbatim = run.end - run.start === run.to - run.from
  if (offset >= run.end) return { part: run.part, at: run.to }
  return { part: run.part, at: run.from + (verbatim ? offset - run.start : 0) }
}

function lineAndColumn(lineStarts: readonly number[], offset: number): Place {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 }
}
