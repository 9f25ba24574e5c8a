import type { Source } from '@huijiao/model'
import { columns, isWhite } from '@huijiao/text'

/** A physical line without the white space at its ends; offsets in code points. */
export interface Line {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly indent: number
  readonly trailing: boolean
  /** A form feed stands in the white space before it. */
  readonly feed: boolean
}

/** The lines of a source that hold more than white space. A form feed ends a line too. */
export function linesOf(source: Source): Line[] {
  const lines: Line[] = []
  const { points, lineStarts } = source
  let feed = false
  for (let index = 0; index < lineStarts.length; index++) {
    const from = lineStarts[index] ?? 0
    const to = lineStarts[index + 1] ?? points.length
    let begin = from
    for (let at = from; at <= to; at++) {
      if (at < to && points[at] !== '\f') continue
      const line = trim(points, begin, at, index, feed)
      if (line !== null) {
        lines.push(line)
        feed = false
      }
      if (at < to) feed = true
      begin = at + 1
    }
  }
  return lines
}

function trim(
  points: readonly string[],
  from: number,
  to: number,
  index: number,
  feed: boolean,
): Line | null {
  let start = from
  let end = to
  let indent = 0
  while (start < end && isWhite(points[start] ?? '')) {
    indent += columns(points[start] ?? '')
    start++
  }
  while (end > start && isWhite(points[end - 1] ?? '')) end--
  if (start === end) return null
  const after = points[end]
  const trailing = end < to && after !== '\n' && after !== '\r'
  return { index, start, end, text: points.slice(start, end).join(''), indent, trailing, feed }
}
