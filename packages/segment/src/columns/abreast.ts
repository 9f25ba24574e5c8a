import type { Source } from '@huijiao/model'
import { columns, isWhite } from '@huijiao/text'
import { seamOfLines } from '../match/seam.ts'
import { type Line, linesOf } from '../page/lines.ts'
import { numberingOf } from '../page/numbering.ts'
import { LINE_MARKUP } from '../page/patterns.ts'
import { APART, type Slice } from '../page/slices.ts'

/** Fewest lines side by side, and the least that must speak for columns, in nats. */
const FEWEST = 4
const LEAST = 4
/** The same for each line: in 45 blocks of made pages (seeds 101 to 110) it is 1.07 or more. */
const PER_LINE = 0.8
/**
 * The least where the white space has one width and so stands at no one place, as between the halves of verses: blocks
 * of verse in made editions (seeds 6101 to 6500) have at most 9.8, such pages (31 to 36, 1101 to 1160) 10.3 and more.
 */
const LEAST_LOOSE = 10
/** Columns of white space that may part two columns of text. */
const GUTTER = 2
/** Rows that are looked at to learn where the second column begins. */
const SOON = 12
/** How far the beginnings of a second column may differ, in columns of the page. */
const RAGGED = 6
/** Least of what stands in either half, in columns of the page: less is a label or a cell. */
const NARROWEST = 8

/** White space inside a line: offsets in the source, columns of the page. */
interface Gap {
  readonly start: number
  readonly end: number
  readonly left: number
  readonly right: number
}

interface Row {
  readonly line: Line
  readonly gaps: readonly Gap[]
  readonly width: number
}

/** A line parted: its left half, the white space between, its right half; offsets in the source. */
interface Halves {
  readonly from: number
  readonly gapFrom: number
  readonly gapTo: number
  readonly to: number
}

/**
 * Finds blocks of lines that hold two columns side by side, parted by white space, and puts the columns one
 * after the other; null where there are none. The halves must read on downwards better than across: verses
 * in two halves and the cells of tables do not.
 */
export function columnsAbreast(source: Source): Slice[] | null {
  const rows = linesOf(source).map((line) => rowOf(source, line))
  const slices: Slice[] = []
  let done = 0
  for (let at = 0; at < rows.length; ) {
    const block = blockFrom(rows, at)
    if (block === null) {
      at++
      continue
    }
    const halves = block.rows.map((row) => part(source, row, block.gutter))
    const least = standsStraight(block) ? LEAST : LEAST_LOOSE
    if (!readsDown(source, halves, least)) {
      at += block.rows.length
      continue
    }
    const start = source.lineStarts[block.rows[0]?.line.index ?? 0] ?? 0
    const after = rows[at + block.rows.length]?.line
    const end = after === undefined ? source.points.length : lineStart(source, after)
    if (start > done)
      slices.push({ start: done, end: start, closed: false, ...(done > 0 ? APART : {}) })
    const before = rows[at - 1]?.line.text ?? ''
    slices.push(...oneAfterTheOther(source, halves, end, before, after?.text ?? ''))
    done = end
    at += block.rows.length
  }
  if (done === 0) return null
  if (done < source.points.length) {
    slices.push({ start: done, end: source.points.length, closed: false, ...APART })
  }
  return slices
}

function lineStart(source: Source, line: Line): number {
  return source.lineStarts[line.index] ?? 0
}

function rowOf({ points }: Source, line: Line): Row {
  const gaps: Gap[] = []
  let column = line.indent
  let start = -1
  let left = 0
  for (let at = line.start; at < line.end; at++) {
    const point = points[at] ?? ''
    const white = isWhite(point)
    if (white && start < 0) {
      start = at
      left = column
    }
    if (!white && start >= 0) {
      if (column - left >= GUTTER) gaps.push({ start, end: at, left, right: column })
      start = -1
    }
    column += point === '\t' ? GUTTER : columns(point)
  }
  return { line, gaps, width: column }
}

/** Lines side by side, and the column of the page in which their right halves begin. */
interface Block {
  readonly rows: readonly Row[]
  readonly gutter: number
}

/** The block of lines side by side that begins at a row. */
function blockFrom(rows: readonly Row[], first: number): Block | null {
  const opening = rows[first]
  if (opening === undefined || opening.gaps.length === 0) return null
  let best: (Block & { held: number }) | null = null
  const near = rows.slice(first, first + SOON).flatMap(({ gaps }) => gaps.map(({ right }) => right))
  for (const right of new Set([...opening.gaps.map((gap) => gap.right), middle(near, 0)])) {
    const taken: Row[] = []
    const places: number[] = []
    let held = 0
    let loose = 0
    for (let at = first; at < rows.length && loose < 3; at++) {
      const row = rows[at]
      if (row === undefined) break
      const gutter = middle(places, right)
      const gap = gapOf(row, gutter)
      if (gap !== null) {
        // The end of a paragraph may draw the other half after it: that is no measure.
        if (Math.abs(gap.right - gutter) <= RAGGED) places.push(gap.right)
        else held++
        loose = 0
      } else if (row.line.indent < gutter - RAGGED && row.width > gutter + RAGGED) break
      else loose++
      taken.push(row)
    }
    const rest = taken.slice(0, taken.length - loose)
    if (places.length < FEWEST || (places.length + held) * 2 < rest.length) continue
    if (best !== null && places.length <= best.held) continue
    // What only one half is left of still belongs to the block.
    best = { rows: loose < 3 ? taken : rest, gutter: middle(places, right), held: places.length }
  }
  return best
}

/** Whether the right halves begin at one place of the page, however long the left ones are. */
function standsStraight({ rows, gutter }: Block): boolean {
  const gaps = rows.flatMap((row) => nearest(row.gaps, gutter) ?? [])
  const spread = (values: readonly number[]): number => {
    const centre = middle(values, 0)
    return values.reduce((sum, value) => sum + Math.abs(value - centre), 0)
  }
  return (
    spread(gaps.map(({ right }) => right)) < spread(gaps.map(({ left, right }) => right - left))
  )
}

function middle(places: readonly number[], otherwise: number): number {
  const sorted = places.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? otherwise
}

/** The white space that parts a row: at the gutter, or the only one that a short left half leaves. */
function gapOf({ gaps }: Row, gutter: number): Gap | null {
  const near = nearest(gaps, gutter)
  const [only] = gaps
  if (near !== null || only === undefined || gaps.length > 1) return near
  return only.right <= gutter ? only : null
}

function nearest(gaps: readonly Gap[], gutter: number): Gap | null {
  let best: Gap | null = null
  for (const gap of gaps) {
    const away = Math.abs(gap.right - gutter)
    if (away > RAGGED) continue
    if (best === null || away < Math.abs(best.right - gutter)) best = gap
  }
  return best
}

/** Where a row is parted: at its gap, or before or behind all of it. */
function part(source: Source, row: Row, gutter: number): Halves {
  const from = lineStart(source, row.line)
  const to = source.lineStarts[row.line.index + 1] ?? source.points.length
  const gap = gapOf(row, gutter)
  if (gap !== null) {
    // Beyond the gutter white space is the indent of the right half.
    let gapTo = gap.end
    for (let column = gap.right; column > gutter && gapTo > gap.start; gapTo--) {
      column -= columns(source.points[gapTo - 1] ?? '')
    }
    return { from, gapFrom: gap.start, gapTo, to }
  }
  if (row.line.indent >= gutter - RAGGED) return { from, gapFrom: from, gapTo: row.line.start, to }
  return { from, gapFrom: to, gapTo: to, to }
}

/** Whether the halves of the lines read on downwards rather than across, by so many nats at `least`. */
function readsDown({ points }: Source, halves: readonly Halves[], least: number): boolean {
  const text = (from: number, to: number): string => points.slice(from, to).join('').trim()
  const left = halves.map(({ from, gapFrom }) => text(from, gapFrom))
  const right = halves.map(({ gapTo, to }) => text(gapTo, to))
  const wide = (all: readonly string[]): boolean => {
    const widths = all.filter((half) => half !== '').map((half) => widthOf(half))
    return middle(widths, 0) >= NARROWEST
  }
  if (!wide(left) || !wide(right)) return false
  // Numbers before the articles of a statute are no column.
  const numbers = left.filter((half) => numberingOf(half.replace(LINE_MARKUP, '')) !== null).length
  if (numbers * 2 >= left.length) return false
  let gain = 0
  for (let at = 0; at < halves.length; at++) {
    gain += seamOfLines(left[at] ?? '', left[at + 1] ?? '')
    gain += seamOfLines(right[at] ?? '', right[at + 1] ?? '')
    gain -= seamOfLines(left[at] ?? '', right[at] ?? '')
    gain -= seamOfLines(right[at] ?? '', left[at + 1] ?? '')
  }
  return gain >= Math.max(least, PER_LINE * halves.length)
}

function widthOf(text: string): number {
  let width = 0
  for (const point of text) width += columns(point)
  return width
}

/** One column, the other, and the white space that stood between: in the order that the lines around speak for. */
function oneAfterTheOther(
  source: Source,
  halves: readonly Halves[],
  end: number,
  before: string,
  after: string,
): Slice[] {
  const left = halves.flatMap(({ from, gapFrom, to }): Slice[] =>
    gapFrom > from ? [{ start: from, end: gapFrom, closed: gapFrom < to }] : [],
  )
  const right = halves.flatMap(({ gapTo, to }): Slice[] =>
    to > gapTo ? [{ start: gapTo, end: to, closed: source.points[to - 1] !== '\n' }] : [],
  )
  const white = halves.flatMap(({ gapFrom, gapTo }): Slice[] =>
    gapTo > gapFrom ? [{ start: gapFrom, end: gapTo, closed: false }] : [],
  )
  // Blank lines between the lines of a block stand behind it.
  const blank = halves.flatMap(({ to }, at): Slice[] => {
    const next = halves[at + 1]?.from ?? end
    return next > to ? [{ start: to, end: next, closed: false }] : []
  })
  const textOf = (slice: Slice | undefined): string =>
    slice === undefined ? '' : source.points.slice(slice.start, slice.end).join('').trim()
  const order = (one: readonly Slice[], two: readonly Slice[]): number =>
    seamOfLines(before, textOf(one[0])) + seamOfLines(textOf(two.at(-1)), after)
  const [one, two] = order(right, left) > order(left, right) ? [right, left] : [left, right]
  return [...first(one), SPACE, ...first(two), ...white, ...blank, SPACE]
}

/** A column, marked where it begins. */
function first([head, ...rest]: readonly Slice[]): Slice[] {
  return head === undefined ? [] : [{ ...head, ...APART }, ...rest]
}

/** A line end set in. */
const SPACE: Slice = { start: 0, end: 0, closed: true }
