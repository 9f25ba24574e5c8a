import type { Span } from './groups.ts'

/**
 * Code points by which a stretch is made longer at either end, at most, to begin and end with a line: as many
 * as hold, on average, one sampled gram, so that what the sample has missed of a passage is not cut off.
 */
const REACH = 64

/**
 * The text of a stretch, from the beginning of its first line to the end of its last where those are near.
 *
 * @param points the text of the file by code points.
 */
export function excerpt(points: readonly string[], { from, to }: Span): string {
  let start = Math.min(from, points.length)
  while (start > 0 && from - start < REACH && !isBreak(points[start - 1])) start -= 1
  if (start > 0 && !isBreak(points[start - 1])) start = from
  let end = Math.min(to, points.length)
  while (end < points.length && end - to < REACH && !isBreak(points[end])) end += 1
  if (end < points.length && !isBreak(points[end])) end = to
  return `${points.slice(start, end).join('')}\n`
}

const isBreak = (point: string | undefined): boolean => point === '\n' || point === '\r'
