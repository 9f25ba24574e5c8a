import { columns, isWhite } from '@huijiao/text'
import type { PhysicalLine } from './model.ts'

/** A physical line with its place: code points, half-open, white space and markup at its ends left out. */
export interface PlacedLine extends PhysicalLine {
  readonly start: number
  readonly end: number
}

const MARKUP = /^(#{1,6})\s+/u
const BOLD = /^(\*\*|__)(?=\S)(.*\S)\1$/u

/**
 * The lines of a text that hold more than white space; a form feed ends a line too.
 *
 * @example physicalLines(['一', '\n', '\n', ' ', '二']) // 一: gap 0, indent 0; 二: gap 1, indent 1
 */
export function physicalLines(points: readonly string[]): PlacedLine[] {
  const lines: PlacedLine[] = []
  let [gap, page, from] = [0, false, 0]
  for (let at = 0; at <= points.length; at++) {
    const point = points[at]
    if (point !== undefined && point !== '\n' && point !== '\f') continue
    const line = lineOf(points, from, at, gap, page)
    if (line === null) gap += lines.length > 0 && point === '\n' ? 1 : 0
    else {
      lines.push(line)
      ;[gap, page] = [0, false]
    }
    if (point === '\f') page = true
    from = at + 1
  }
  return lines
}

function lineOf(
  points: readonly string[],
  from: number,
  to: number,
  gap: number,
  page: boolean,
): PlacedLine | null {
  let [start, end, indent] = [from, to, 0]
  while (start < end && isWhite(points[start] ?? '')) indent += columns(points[start++] ?? '')
  while (end > start && isWhite(points[end - 1] ?? '')) end--
  if (start === end) return null
  let text = points.slice(start, end).join('')
  const mark = MARKUP.exec(text)
  start += mark?.[0].length ?? 0
  text = text.slice(mark?.[0].length ?? 0)
  const bold = BOLD.exec(text)
  if (bold !== null) {
    text = bold[2] ?? ''
    start += 2
    end -= 2
  }
  const width = Array.from(text).reduce((sum, point) => sum + columns(point), 0)
  const level = mark?.[1]?.length ?? 0
  return { start, end, text, indent, width, gap, page, level, bold: bold !== null }
}
