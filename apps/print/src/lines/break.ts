import type { Item, Line, Measure } from './model.ts'
import { isTrimmed, pairedMarks, rankOf } from './trim.ts'

/** Looseness that costs 1, as a share of the em for each gap: above it a reader sees that a line is spaced out. */
const LOOSE = 0.025

/** Cost of a halved mark: a line had better be loosened by 1.4 % than lose one. */
const HALVED = 0.3

/** Cost of a last line with one character on it: less than of a line before it at 1.2 em a character (64). */
const SINGLE = 40

/** Looseness beyond which a line counts as blown apart (1.12 em a character), and what each such line costs besides. */
const [APART, BLOWN] = [0.12, 1000]

/** Rounding of the browser, in pixels. */
const SLACK = 0.02

/** Widest space within Latin text, and widest gap between it and Han, in ems (clreq, Inter-Character Space Expansion). */
export const [WIDEST_SPACE, WIDEST_GAP] = [1 / 2, 1 / 3]

/** The best way to set all items before one. */
interface Choice {
  readonly cost: number
  readonly line: Line | undefined
  /** Where the line before ends. */
  readonly from: number
}

/**
 * Breaks a block into lines, all of them at once: a mark gives up its blank half where that takes a character in, before
 * lines are loosened, and the cost of all lines together is the least.
 */
export function breakLines(items: readonly Item[], measure: Measure): Line[] {
  const paired = pairedMarks(items)
  const best: (Choice | undefined)[] = [{ cost: 0, line: undefined, from: 0 }]
  for (let from = 0; from < items.length; from += 1) {
    const before = best[from]
    if (before === undefined) continue
    for (const { line, cost } of linesFrom(items, paired, from, measure)) {
      const total = before.cost + cost
      if (total >= (best[line.to]?.cost ?? Number.POSITIVE_INFINITY)) continue
      best[line.to] = { cost: total, line, from }
    }
  }
  const lines: Line[] = []
  for (let choice = best[items.length]; choice?.line !== undefined; choice = best[choice.from])
    lines.unshift(choice.line)
  return lines
}

interface Candidate {
  readonly line: Line
  readonly cost: number
}

/** The lines that may begin with an item; one that is too long where no other fits. */
function linesFrom(
  items: readonly Item[],
  paired: ReadonlySet<number>,
  from: number,
  measure: Measure,
): Candidate[] {
  const length = measure.length - (from === 0 ? measure.indent : 0)
  const found: Candidate[] = []
  let width = 0
  let blanks = 0
  for (let at = from; at < items.length; at += 1) {
    const item = items[at]
    if (item === undefined) break
    const isPaired = paired.has(at)
    const own = at === from && item.kind === 'space' ? 0 : item.width
    width += item.lead + (at === from ? 0 : item.gap) + own - (isPaired ? item.blank : 0)
    if (at === from && !isPaired && isTrimmed(item.kind, 'head')) width -= item.blank
    if (!isPaired && at > from && item.kind !== 'exclaiming') blanks += item.blank
    const to = at + 1
    const isLast = to === items.length
    if (!isLast && items[to]?.breaks !== true) {
      if (width - blanks > length + SLACK && found.length > 0) break
      continue
    }
    const made = lineOf(items, paired, { from, to, width, length, em: measure.em }, isLast)
    if (made === undefined && found.length > 0) break
    found.push(made ?? tooLong(from, to, width - length))
    if (made === undefined) break
  }
  return found
}

interface Stretch {
  readonly from: number
  readonly to: number
  /** Of its items, those at its end whole. */
  readonly width: number
  readonly length: number
  readonly em: number
}

function tooLong(from: number, to: number, over: number): Candidate {
  return { line: { from, to, halved: [], slack: 0 }, cost: BLOWN * (1 + over) }
}

/** A line with its marks halved as needed, and its cost; undefined where it does not fit. */
function lineOf(
  items: readonly Item[],
  paired: ReadonlySet<number>,
  { from, to, width, length, em }: Stretch,
  isLast: boolean,
): Candidate | undefined {
  const trimmed = ends(items, paired, from, to)
  let slack = length - width
  for (const at of trimmed) if (at !== from) slack += items[at]?.blank ?? 0
  const halved = [...trimmed]
  if (slack < -SLACK) {
    for (const at of spareMarks(items, paired, from, to, trimmed)) {
      halved.push(at)
      slack += items[at]?.blank ?? 0
      if (slack >= -SLACK) break
    }
    if (slack < -SLACK) return undefined
  }
  const squeezed = (halved.length - trimmed.length) * HALVED
  const own = [...range(from, to)].filter((at) => paired.has(at))
  const line = { from, to, halved: [...own, ...halved].sort((a, b) => a - b), slack }
  if (isLast) {
    const isSingle = from > 0 && countLetters(items, from, to) < 2
    return { line, cost: squeezed + (isSingle ? SINGLE : 0) }
  }
  const gaps = Math.max(1, to - from - 1)
  const room = latinRoom(items, from, to, em)
  const loose = Math.max(0, slack - room.spaces - room.gaps) / (gaps * em)
  return { line, cost: (loose / LOOSE) ** 2 + squeezed + (loose > APART ? BLOWN * loose : 0) }
}

/** The marks at the head and the end of a line that lose their blank half there. */
function ends(
  items: readonly Item[],
  paired: ReadonlySet<number>,
  from: number,
  to: number,
): number[] {
  let last = to - 1
  while (last > from && items[last]?.kind === 'space') last -= 1
  const places = [
    [from, 'head'],
    [last, 'end'],
  ] as const
  return places.flatMap(([at, place]) => {
    const item = items[at]
    const isCut = item !== undefined && !paired.has(at) && isTrimmed(item.kind, place)
    return isCut && item.blank > 0 ? [at] : []
  })
}

/** Marks within a line that can give up their blank half, in the order in which they do. */
function spareMarks(
  items: readonly Item[],
  paired: ReadonlySet<number>,
  from: number,
  to: number,
  trimmed: readonly number[],
): number[] {
  return [...range(from, to)]
    .filter((at) => {
      const item = items[at]
      if (item === undefined || item.blank === 0 || item.kind === 'exclaiming') return false
      return !paired.has(at) && !trimmed.includes(at)
    })
    .sort((a, b) => rank(items, a) - rank(items, b) || a - b)
}

const rank = (items: readonly Item[], at: number): number => {
  const item = items[at]
  return item === undefined ? 0 : rankOf(item)
}

/** How much the spaces and the gaps of Latin text in a line can take before anything else is loosened, in pixels. */
export function latinRoom(
  items: readonly Item[],
  from: number,
  to: number,
  em: number,
): { readonly spaces: number; readonly gaps: number } {
  let [spaces, gaps] = [0, 0]
  for (const at of range(from + 1, to)) {
    const item = items[at]
    if (item === undefined) continue
    if (item.kind === 'space') spaces += Math.max(0, WIDEST_SPACE * em - item.width)
    else if (item.gap > 0) gaps += Math.max(0, WIDEST_GAP * em - item.gap)
  }
  return { spaces, gaps }
}

function countLetters(items: readonly Item[], from: number, to: number): number {
  let letters = 0
  for (const at of range(from, to)) {
    const kind = items[at]?.kind
    if (kind === 'letter' || kind === 'box') letters += 1
    if (kind === 'word') letters += 2
  }
  return letters
}

function* range(from: number, to: number): Generator<number> {
  for (let at = from; at < to; at += 1) yield at
}
