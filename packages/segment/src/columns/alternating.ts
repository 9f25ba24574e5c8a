import type { Source } from '@huijiao/model'
import { columns } from '@huijiao/text'
import type { NgramModel } from '../match/ngrams.ts'
import { type Line, linesOf } from '../page/lines.ts'
import { lineFurniture } from '../page/patterns.ts'
import { APART, type Slice } from '../page/slices.ts'
import { type Course, courseOf, type Measured, turnsIn } from './turns.ts'

/** Fewest lines that follow the line before last, and the least that must speak for it, in nats. */
const FEWEST = 5
const LEAST = 10
/**
 * The same for each line, since each is another chance: in 55 stretches of made pages (seeds 101 to 110) it is 0.9 or
 * more, in files in order that passed for such (seeds 4001 to 4100) at most 0.36.
 */
const PER_LINE = 0.6
/** Lines that are no wider than this, in columns of the page, may be lines of a column. */
const WIDEST = 76
/** How much the lines of one column differ in width, most of them. */
const EVEN = 6

/**
 * Finds stretches in which two columns take turns line by line, and puts the columns one after the other;
 * null where there are none. Each line follows the one before it or the one before that, as the characters
 * at their ends say.
 *
 * @param model what is counted in the sources; without it the language at large speaks alone.
 */
export function linesAlternating(source: Source, model: NgramModel | null): Slice[] | null {
  const lines = linesOf(source).filter(({ text }) => lineFurniture(text) === null)
  const measured = lines.map((line) => ({ text: line.text, width: widthOf(line) }))
  const runs = narrowLines(measured).flatMap(({ from, to }) => runsIn(measured, from, to, model))
  if (runs.length === 0) return null
  const slices: Slice[] = []
  let done = 0
  for (const { first, last, order } of runs) {
    const bounds = lines.slice(first, last + 2).map(({ index }) => source.lineStarts[index] ?? 0)
    const end = last + 1 < lines.length ? (bounds.at(-1) ?? 0) : source.points.length
    const start = bounds[0] ?? 0
    if (start > done)
      slices.push({ start: done, end: start, closed: false, ...(done > 0 ? APART : {}) })
    for (const turn of order) {
      for (let at = turn; first + at <= last; at += 2) {
        const from = bounds[at] ?? 0
        const to = first + at === last ? end : (bounds[at + 1] ?? end)
        const open = source.points[to - 1] !== '\n'
        slices.push({ start: from, end: to, closed: open, apart: at === turn ? 'apart' : 'turn' })
      }
    }
    done = end
  }
  if (done < source.points.length) {
    slices.push({ start: done, end: source.points.length, closed: false, ...APART })
  }
  return slices
}

/** Stretches of lines none of which is too wide for a column, where there are enough of them. */
function narrowLines(lines: readonly Measured[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  let from = 0
  for (let at = 0; at <= lines.length; at++) {
    if (at < lines.length && (lines[at]?.width ?? 0) <= WIDEST) continue
    if (at - from >= FEWEST + 2) found.push({ from, to: at })
    from = at + 1
  }
  return found
}

interface Turns {
  readonly first: number
  readonly last: number
  /** Which column comes first, by the place of its first line. */
  readonly order: readonly [number, number]
}

/** Stretches of lines by turns between two lines. */
function runsIn(
  all: readonly Measured[],
  from: number,
  to: number,
  model: NgramModel | null,
): Turns[] {
  const lines = all.slice(from, to)
  const course = courseOf(lines, model)
  return turnsIn(lines.length, course).flatMap(({ first, last }) => {
    if (last - first - 1 < FEWEST) return []
    let gain = 0
    for (let at = first + 2; at <= last; at++)
      gain += course.onward(at - 2, at) - course.onward(at - 1, at)
    const least = Math.max(LEAST, PER_LINE * (last - first + 1))
    if (gain < least || !isEven(lines.slice(first, last + 1))) return []
    return [
      {
        first: from + first,
        last: from + last,
        order: orderOf(course, lines.length, first, last),
      },
    ]
  })
}

/** Which column comes first: as the lines before and after speak for; else the one with the last line is last. */
function orderOf(
  { onward, ends, begins }: Course,
  count: number,
  first: number,
  last: number,
): readonly [number, number] {
  const parity = (last - first) % 2
  const lastOf = (turn: number): number => (turn === parity ? last : last - 1)
  const score = (one: number, two: number): number => {
    const before = first > 0 ? onward(first - 1, first + one) : begins(first + one)
    const between = ends(lastOf(one)) + begins(first + two)
    const after = last + 1 < count ? onward(lastOf(two), last + 1) : ends(lastOf(two))
    return before + between + after
  }
  const lead = score(0, 1) - score(1, 0)
  if (Math.abs(lead) < 0.5) return parity === 0 ? [1, 0] : [0, 1]
  return lead > 0 ? [0, 1] : [1, 0]
}

/** Whether lines are those of two columns: each mostly as wide as the line before last. */
function isEven(lines: readonly { readonly width: number }[]): boolean {
  let even = 0
  for (let at = 2; at < lines.length; at++) {
    if (Math.abs((lines[at]?.width ?? 0) - (lines[at - 2]?.width ?? 0)) <= EVEN) even++
  }
  return even * 2 >= lines.length - 2
}

function widthOf({ text }: Line): number {
  let width = 0
  for (const point of text) width += columns(point)
  return width
}
