import type { BlockPart } from '@huijiao/model'
import { columns } from '@huijiao/text'

/** A letter of a script that parts its words by spaces. */
export function isWord(character: string | undefined): boolean {
  return (
    character !== undefined &&
    /\p{L}/u.test(character) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)
  )
}

/** Tens, which a hyphen parts from their ones. */
const TENS = /^(?:twen|thir|for|fif|six|seven|eigh|nine)ty$/iu
const ONES = /^(?:one|two|three|four|five|six|seven|eight|nine)$/iu

/** First members of English compounds that are written with a hyphen in any position (New Hart's Rules, 3.3). */
const HYPHENATED = new Set(['well', 'self', 'half', 'ill', 'ex', 'all', 'quasi', 'non'])

/**
 * Whether a word that a hyphen breaks at the end of a line is one word: `mod-` `est`, but not `well-` `worn`, `Anglo-`
 * `Saxon`, `twenty-` `one`.
 *
 * @param at offset of the letter before the hyphen; `next` of that after it, on the next line.
 */
export function closesUp(points: readonly string[], at: number, next: number): boolean {
  if (!/\p{Ll}/u.test(points[next] ?? '')) return false
  let start = at
  while (isWord(points[start - 1])) start -= 1
  let end = next
  while (isWord(points[end])) end += 1
  const [word, rest] = [points.slice(start, at + 1).join(''), points.slice(next, end).join('')]
  if (TENS.test(word) && ONES.test(rest)) return false
  return !HYPHENATED.has(word.toLowerCase()) && !/^\p{Lu}+$/u.test(word)
}

/**
 * Whether a line ends within a word that no hyphen breaks: a page that counts characters cuts `Set` `h Thomas`, for a
 * page that counts words would have set the rest, which has room, on the line as well.
 *
 * @param full columns of the widest line of the text.
 */
export function cutsWord(
  points: readonly string[],
  line: BlockPart,
  next: BlockPart,
  full: number,
): boolean {
  if (!isWord(points[line.end - 1]) || !isWord(points[next.start])) return false
  // White space at the cut is that between two words.
  if (/[^\S\n\r]/u.test(points[line.end] ?? '') || /[^\S\n\r]/u.test(points[next.start - 1] ?? ''))
    return false
  let rest = next.start
  while (rest < next.end && isWord(points[rest])) rest += 1
  const added = widthOf(points, { start: next.start, end: rest })
  return widthOf(points, line) + 1 + added <= full
}

/** Columns of a line. */
export const widthOf = (points: readonly string[], { start, end }: BlockPart): number =>
  points.slice(start, end).reduce((sum, point) => sum + columns(point), 0)
