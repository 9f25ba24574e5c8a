import { keyOf, segmentWords } from '@huijiao/text'
import type { Range } from './model.ts'
import type { Stream } from './stream.ts'

/** Code points on each side of a place from which its words are told; beyond, the division no longer changes. */
const REACH = 24

const PART = /^[\p{L}\p{N}\p{M}]$/u
/** Stands for a character that no dictionary has. */
const UNKNOWN = '亅'
/** Digits, and the characters that occur inside a number. */
const FIGURE = /^[\p{Nd}.％%]$/u

/**
 * A range widened so that it cuts neither a word nor a number. An empty range is widened only where it is inside one.
 *
 * @example `大学` of `江城大学生会成员` → `大学生`, as the dictionary divides it.
 */
export function wholeWords({ points }: Stream, { start, end }: Range): Range {
  const isPart = (at: number): boolean => PART.test(points[at] ?? '')
  let from = start
  let to = end
  while (from > 0 && start - from < REACH && isPart(from - 1)) from -= 1
  while (to < points.length && to - end < REACH && isPart(to)) to += 1
  let [wide, far] = [start, end]
  for (const word of wordsIn(points, from, to)) {
    if (word.start < start && start < word.end) wide = Math.min(wide, word.start)
    if (word.start < end && end < word.end) far = Math.max(far, word.end)
  }
  const inFigure = (at: number): boolean =>
    FIGURE.test(points[at - 1] ?? '') && FIGURE.test(points[at] ?? '')
  while (inFigure(wide)) wide -= 1
  while (inFigure(far)) far += 1
  return { start: wide, end: far }
}

/** Where the last word before a place begins. */
export function lastWord({ points }: Stream, at: number): number {
  let from = at
  while (from > 0 && at - from < REACH && PART.test(points[from - 1] ?? '')) from -= 1
  const words = wordsIn(points, from, at)
  return words.at(-1)?.start ?? Math.max(0, at - 1)
}

/** The words of a stretch with their ranges. */
function wordsIn(points: readonly string[], from: number, to: number): Range[] {
  const found: Range[] = []
  let at = from
  // One code unit for each character keeps the places.
  const keys = points.slice(from, to).map((c) => {
    const key = keyOf(c)
    return key.length === 1 ? key : c.length === 1 ? c : UNKNOWN
  })
  const words = segmentWords(keys.join('')).words
  for (const word of words) {
    while (at < to && !PART.test(points[at] ?? '')) at += 1
    const end = at + [...word].length
    found.push({ start: at, end })
    at = end
  }
  return found
}
