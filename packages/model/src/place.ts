import type { Source } from './source.ts'

/** A place for people: both count from 1, columns in code points. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Line and column of an offset in code points; the end of the text is a place too. */
export function placeOf(source: Source, offset: number): Place {
  let low = 0
  let high = source.lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (source.lineStarts[low] ?? 0) + 1 }
}
