/** A letter of a script that parts its words by spaces. */
export function isWord(character: string | undefined): boolean {
  return (
    character !== undefined &&
    /\p{L}/u.test(character) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)
  )
}

/** First members of English compounds that are written with a hyphen in any position (New Hart's Rules, 3.3). */
const HYPHENATED = new Set(['well', 'self', 'half', 'ill', 'ex', 'all', 'quasi', 'non'])

/**
 * Whether a word that a hyphen breaks at the end of a line is one word: `mod-` `est`, but not `well-` `worn`, `Anglo-`
 * `Saxon`.
 *
 * @param at offset of the letter before the hyphen; `next` of that after it, on the next line.
 */
export function closesUp(points: readonly string[], at: number, next: number): boolean {
  if (!/\p{Ll}/u.test(points[next] ?? '')) return false
  let start = at
  while (isWord(points[start - 1])) start -= 1
  const word = points.slice(start, at + 1).join('')
  return !HYPHENATED.has(word.toLowerCase()) && !/^\p{Lu}+$/u.test(word)
}
