import { NOT_FIRST, OPENING } from '../marks.ts'

/** A character of a note within the line, and how wide it is, in any unit. */
export interface Cell {
  readonly text: string
  readonly width: number
}

/** How far the rows may differ from being equally long for the sake of their ends, in characters: more than a word has. */
const FAR = 12

/**
 * Where the second of two rows of a note within the line begins: the first is as long or a little longer, unless the
 * second would then begin with a mark that closes, the first end with one that opens, or a word be divided.
 *
 * @example `罕者，希也。` is divided into `罕者，` and `希也。`.
 */
export function secondRow(cells: readonly Cell[]): number {
  const half = cells.reduce((sum, { width }) => sum + width, 0) / 2
  let [middle, width] = [0, 0]
  for (; middle < cells.length && width < half; middle += 1) width += cells[middle]?.width ?? 0
  for (let by = 0; by <= FAR; by += 1) {
    if (mayDivide(cells, middle + by)) return middle + by
    if (mayDivide(cells, middle - by)) return middle - by
  }
  return middle
}

/** Whether two characters belong to one word or number. */
export const isWithinWord = (before: string, after: string): boolean =>
  WORD.test(before) && WORD.test(after)

const WORD = /[\p{sc=Latin}\p{Nd}]/u

function mayDivide(cells: readonly Cell[], at: number): boolean {
  const [before, after] = [cells[at - 1]?.text, cells[at]?.text]
  if (at < 1 || before === undefined || OPENING.includes(before)) return false
  return after === undefined || !(NOT_FIRST.includes(after) || isWithinWord(before, after))
}
