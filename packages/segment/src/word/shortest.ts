import type { Source } from '@huijiao/model'
import { foldText } from '../page/content.ts'

/** Content characters of a quotation: as few as tell a place to a reader, and as many as a line of yaml bears. */
const SHORTEST = 6
const LONGEST = 32
const MARKS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/** The folded text of each source, made once. */
const folded = new WeakMap<Source, string>()

function foldedOf(source: Source): string {
  const known = folded.get(source)
  if (known !== undefined) return known
  const made = foldText(source.text)
  folded.set(source, made)
  return made
}

/** A stretch of a source, in code points. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * The fewest words at the beginning of a stretch, or at its end, that stand only once in the source, without marks around
 * them and with any white space as one space; a stretch of fewer than six characters is quoted whole. Null where more than
 * 32 characters would be needed, or the stretch has no quotation of its own.
 *
 * @example
 * // The source reads 雨下了三天，河水漫过石阶。雨下了三天，又下了三夜。
 * shortestQuotation(source, { start: 0, end: 13 }, 'beginning') // '雨下了三天，河'
 */
export function shortestQuotation(
  source: Source,
  { start, end }: Stretch,
  from: 'beginning' | 'end',
): string | null {
  let words = ''
  for (let taken = 0; taken < end - start; taken += 1) {
    const at = from === 'beginning' ? start + taken : end - 1 - taken
    const point = source.points[at] ?? ''
    words = from === 'beginning' ? words + point : point + words
    const wanted = foldText(words)
    if (wanted.length > LONGEST) return null
    const whole = taken === end - start - 1
    if (wanted.length < (whole ? 1 : SHORTEST) || timesIn(source, wanted) !== 1) continue
    const quotation = words.replace(/\s+/gu, ' ').replace(MARKS, '')
    return quotation === '' ? null : quotation
  }
  return null
}

/** How often words stand in a source, marks and spaces aside: never, once, or more often (2). */
export function timesIn(source: Source, folded: string): 0 | 1 | 2 {
  const text = foldedOf(source)
  const at = text.indexOf(folded)
  if (at < 0) return 0
  return text.indexOf(folded, at + 1) < 0 ? 1 : 2
}
