import { NOT_FIRST, OPENING } from '../marks.ts'

/** A character of a note within the line or a call in it, and how wide it is, in any unit. */
export interface Cell {
  readonly text: string
  readonly width: number
  /** Whether it is the call of another note: it stays with what is before it. */
  readonly call?: boolean
}

/** How what stands of a note on one line is set. */
export interface Rows {
  /** Index of the cell with which the second row begins. */
  readonly second: number
  /** Lengths of both rows. */
  readonly lengths: readonly [number, number]
}

/** Divides cells into two rows. */
export function rowsOf(cells: readonly Cell[]): Rows {
  const second = secondRow(cells)
  return { second, lengths: [widthOf(cells.slice(0, second)), widthOf(cells.slice(second))] }
}

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, { width }) => sum + width, 0)

/** Whether two characters of a note may stand on different lines, or in different rows of one. */
export const mayTurn = (before: string, after: string): boolean =>
  !(OPENING.includes(before) || NOT_FIRST.includes(after) || isWithinWord(before, after))

/** How far the rows may differ from being equally long for the sake of their ends, in characters: more than a word has. */
const FAR = 12

/**
 * Where the second of two rows of a note within the line begins: the first is as long or a little longer, unless the
 * second would then begin with a mark that closes, the first end with one that opens, or a word be divided.
 *
 * @example `罕者，希也。` is divided into `罕者，` and `希也。`.
 */
export function secondRow(cells: readonly Cell[]): number {
  const half = widthOf(cells) / 2
  let [middle, width] = [0, 0]
  for (; middle < cells.length && width < half; middle += 1) width += cells[middle]?.width ?? 0
  for (let by = 0; by <= FAR; by += 1) {
    if (mayDivide(cells, middle + by)) return middle + by
    if (mayDivide(cells, middle - by)) return middle - by
  }
  return middle
}

/** Whether two characters belong to one word or number. */
const isWithinWord = (before: string, after: string): boolean =>
  WORD.test(before) && WORD.test(after)

const WORD = /[\p{sc=Latin}\p{Nd}]/u

function mayDivide(cells: readonly Cell[], at: number): boolean {
  const [before, after] = [cells[at - 1], cells[at]]
  if (at < 1 || before === undefined) return false
  if (after === undefined) return !OPENING.includes(before.text)
  return after.call !== true && mayTurn(before.text, after.text)
}
