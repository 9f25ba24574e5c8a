import type { Source } from '../model.ts'
import { columns } from './characters.ts'
import { type Line, linesOf } from './lines.ts'
import { lineFurniture } from './patterns.ts'
import { seamOfLines } from './seam.ts'
import { endingOf } from './syntax.ts'
import type { Slice } from './unfold.ts'

/** What it takes to read lines by turns, and to end that, in nats. */
const BEGIN = 5
const END = 3
/** Fewest lines that follow the line before last, and the least that must speak for it, in nats. */
const FEWEST = 5
const LEAST = 12
/** Lines that are no wider than this, in columns of the page, may be lines of a column. */
const WIDEST = 76
/** How much the lines of one column differ in width, most of them. */
const EVEN = 6

/**
 * Finds stretches in which two columns take turns line by line, and puts the columns one after the other;
 * null where there are none. Each line follows the one before it or the one before that, as the characters
 * at their ends say; the likeliest course over all lines is taken (Viterbi).
 */
export function linesAlternating(source: Source): Slice[] | null {
  const lines = linesOf(source).filter(({ text }) => lineFurniture(text) === null)
  if (lines.length < FEWEST + 2) return null
  const runs = runsOfTurns(lines)
  if (runs.length === 0) return null
  const slices: Slice[] = []
  let done = 0
  for (const { first, last } of runs) {
    const bounds = lines.slice(first, last + 2).map(({ index }) => source.lineStarts[index] ?? 0)
    const end = last + 1 < lines.length ? (bounds.at(-1) ?? 0) : source.points.length
    const start = bounds[0] ?? 0
    if (start < done) continue
    if (start > done) slices.push({ start: done, end: start, closed: false })
    for (const turn of orderOf(lines, first, last)) {
      for (let at = turn; first + at <= last; at += 2) {
        const from = bounds[at] ?? 0
        const to = first + at === last ? end : (bounds[at + 1] ?? end)
        const open = source.points[to - 1] !== '\n'
        slices.push({ start: from, end: to, closed: open })
      }
    }
    done = end
  }
  if (done < source.points.length) {
    slices.push({ start: done, end: source.points.length, closed: false })
  }
  return slices
}

/** Which column comes first: as the lines before and after speak for; else the one with the last line is last. */
function orderOf(lines: readonly Line[], first: number, last: number): readonly [number, number] {
  const ends = [last, last - 1].toSorted((a, b) => ((a - first) % 2) - ((b - first) % 2))
  const score = (one: number, two: number): number =>
    seamBetween(lines[first - 1], lines[first + one]) +
    seamBetween(lines[ends[two] ?? last], lines[last + 1])
  const parity = (last - first) % 2
  const lead = score(0, 1) - score(1, 0)
  if (Math.abs(lead) < 0.5) return parity === 0 ? [1, 0] : [0, 1]
  return lead > 0 ? [0, 1] : [1, 0]
}

/** Stretches of lines that follow the line before last. */
function runsOfTurns(lines: readonly Line[]): { first: number; last: number }[] {
  const count = lines.length
  const ahead = new Float64Array(count)
  const across = new Float64Array(count)
  for (let at = 1; at < count; at++) {
    ahead[at] = seamBetween(lines[at - 1], lines[at])
    const before = lines[at - 2]
    across[at] = mayTurn(before, lines[at]) ? seamBetween(before, lines[at]) : AGAINST
  }
  const fromTurns = new Uint8Array(count)
  const toTurns = new Uint8Array(count)
  let [plain, turns] = [0, -1e9]
  for (let at = 1; at < count; at++) {
    fromTurns[at] = turns - END > plain ? 1 : 0
    toTurns[at] = plain - BEGIN > turns ? 1 : 0
    const [before, beside] = [plain, turns]
    plain = Math.max(before, beside - END) + (ahead[at] ?? 0)
    turns = Math.max(beside, before - BEGIN) + (across[at] ?? 0)
  }
  const inTurns = new Uint8Array(count)
  let state = turns - END > plain
  for (let at = count - 1; at >= 1; at--) {
    if (state) inTurns[at] = 1
    state = state ? toTurns[at] !== 1 : fromTurns[at] === 1
  }
  const runs: { first: number; last: number }[] = []
  for (let at = 2; at < count; at++) {
    if (inTurns[at] !== 1) continue
    const begin = at
    let gain = 0
    while (at < count && inTurns[at] === 1) {
      gain += (across[at] ?? 0) - (ahead[at] ?? 0)
      at++
    }
    if (at - begin >= FEWEST && gain >= LEAST && isEven(lines.slice(begin - 2, at))) {
      runs.push(widened(lines, begin - 2, at - 1, ahead, across))
    }
  }
  return runs
}

/** What may speak against one line more before a stretch, and behind it, in nats: its edges are in doubt. */
const BEFORE = 1.5
const BEHIND = 0.3

/** A stretch with the lines at its edges that belong to the column which has the line after next. */
function widened(
  lines: readonly Line[],
  first: number,
  last: number,
  ahead: Float64Array,
  across: Float64Array,
): { first: number; last: number } {
  let [from, to] = [first, last]
  const even = (one: number, two: number): boolean =>
    Math.abs(widthOf(lines[one]) - widthOf(lines[two])) <= EVEN
  if (from > 0 && even(from - 1, from + 1)) {
    if ((across[from + 1] ?? 0) - (ahead[from] ?? 0) > -BEFORE) from--
  }
  if (to + 1 < lines.length && widthOf(lines[to + 1]) <= widthOf(lines[to - 1]) + EVEN) {
    // Where the other column has ended its sentence, this one is to go on.
    const due = isOpen(lines[to - 1]) && !isOpen(lines[to]) ? UNFINISHED : 0
    if (due + (across[to + 1] ?? 0) - (ahead[to + 1] ?? 0) > -BEHIND) to++
  }
  return { first: from, last: to }
}

function seamBetween(one: Line | undefined, two: Line | undefined): number {
  return one === undefined || two === undefined ? 0 : seamOfLines(one.text, two.text)
}

/** What speaks against lines that cannot be of one column, and for the end of a sentence, in nats. */
const AGAINST = -4
const UNFINISHED = 1.5

function isOpen(line: Line | undefined): boolean {
  if (line === undefined) return false
  const ending = endingOf(line.text)
  return ending === 'open' || ending === 'pause'
}

function mayTurn(one: Line | undefined, two: Line | undefined): boolean {
  return one !== undefined && two !== undefined && widthOf(one) <= WIDEST && widthOf(two) <= WIDEST
}

/** Whether lines are those of two columns: each mostly as wide as the line before last. */
function isEven(lines: readonly Line[]): boolean {
  let even = 0
  for (let at = 2; at < lines.length; at++) {
    if (Math.abs(widthOf(lines[at]) - widthOf(lines[at - 2])) <= EVEN) even++
  }
  return even * 2 >= lines.length - 2
}

function widthOf(line: Line | undefined): number {
  let width = 0
  for (const point of line?.text ?? '') width += columns(point)
  return width
}
