/** One side of a sheet: the pages on its left and right halves, counted from 0; null where there is none. */
export interface Side {
  readonly left: number | null
  readonly right: number | null
}

/** One sheet of paper, printed on both sides and folded once in the middle. */
export interface FoldedSheet {
  readonly front: Side
  readonly back: Side
}

/** Sheets that are folded together, the first one outermost. */
export type Signature = readonly FoldedSheet[]

/**
 * Lays the pages of a book out for saddle stitching. The last signature is as small as the pages that are left
 * allow; what it lacks stays blank at the end of the book.
 *
 * @param pages number of pages of the book.
 * @param sheets sheets in a signature, or `all` for one signature.
 * @param rightBound whether the book is bound at its right edge.
 * @throws {RangeError} when a signature would have no sheet.
 */
export function bookletOrder(
  pages: number,
  sheets: number | 'all',
  rightBound = false,
): Signature[] {
  const needed = Math.ceil(pages / 4)
  const size = sheets === 'all' ? Math.max(1, needed) : sheets
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(`a signature has a whole number of sheets, at least 1; got ${sheets}`)
  }
  const signatures: Signature[] = []
  for (let done = 0; done < needed; done += size) {
    signatures.push(signature(done * 4, Math.min(size, needed - done), pages, rightBound))
  }
  return signatures
}

function signature(from: number, sheets: number, pages: number, rightBound: boolean): Signature {
  const last = from + sheets * 4 - 1
  const page = (number: number): number | null => (number < pages ? number : null)
  const side = (left: number, right: number): Side =>
    rightBound ? { left: page(right), right: page(left) } : { left: page(left), right: page(right) }
  return Array.from({ length: sheets }, (_, sheet) => ({
    front: side(last - 2 * sheet, from + 2 * sheet),
    back: side(from + 2 * sheet + 1, last - 2 * sheet - 1),
  }))
}
