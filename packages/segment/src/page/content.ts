import type { Source } from '@huijiao/model'
import { isContent, isSaid, keyOf } from '@huijiao/text'
import type { Content, Furniture } from './types.ts'

/**
 * The content characters of a source outside its furniture, which is sorted by place.
 *
 * @param lines its lines of text, sorted by place: in one without a word (“……”) the marks are content.
 */
export function contentOf(
  source: Source,
  furniture: readonly Span[],
  lines: readonly Span[],
): Content {
  const wordless = lines.filter(
    ({ start, end }) => !source.points.slice(start, end).some(isContent),
  )
  const codes = new Int32Array(source.points.length)
  const offsets = new Int32Array(source.points.length)
  let length = 0
  let at = 0
  let next = 0
  for (const span of [...furniture, { start: source.points.length, end: source.points.length }]) {
    for (; at < span.start; at++) {
      const point = source.points[at] ?? ''
      while ((wordless[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++
      const said = isSaid(point) && (wordless[next]?.start ?? Number.POSITIVE_INFINITY) <= at
      const folded = said ? point : foldedOf(point)
      if (folded === '') continue
      codes[length] = folded.codePointAt(0) ?? 0
      offsets[length] = at
      length++
    }
    at = Math.max(at, span.end)
  }
  return { codes: codes.slice(0, length), offsets: offsets.slice(0, length) }
}

type Span = Pick<Furniture, 'start' | 'end'>

/** Index of the first content character at or after an offset. */
export function contentIndex(content: Content, offset: number): number {
  let low = 0
  let high = content.offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((content.offsets[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The folded content of any text, as a string: for titles and quotations. */
export function foldText(text: string): string {
  let folded = ''
  for (const point of text) folded += foldedOf(point)
  return folded
}

const known = new Map<string, string>()

/** The matching key of a content character, one code point of it (⑴ is 1, ㎡ is m); empty for any other. */
function foldedOf(point: string): string {
  let found = known.get(point)
  if (found === undefined) {
    found = isContent(point) ? (Array.from(keyOf(point)).find(isContent) ?? point) : ''
    known.set(point, found)
  }
  return found
}
