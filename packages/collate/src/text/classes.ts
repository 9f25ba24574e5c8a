/** Class of a code point, as the tokeniser distinguishes them. */
export const SPACE = 1
export const PUNCTUATION = 2
/** A token by itself: Han characters, the other scripts written without spaces, symbols. */
export const SINGLE = 3
/** Part of a word: letters and digits of the scripts that part words by spaces. */
export const WORD = 4
/** Attaches to the character before it: combining marks, joiners, variation selectors. */
export const MARK = 5

export type CharacterClass = 1 | 2 | 3 | 4 | 5

const ALONE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Yi}]/u
// The wave and full-width tildes and bars are punctuation by use, symbols by their category.
const POINTING = /[\p{P}\p{Sk}~\u2044\u301C\uFF5E|\uFF5C]/u

const known = new Uint8Array(0x110000)

/** Classifies a code point. */
export function classOf(point: number): CharacterClass {
  const found = known[point]
  if (found !== undefined && found > 0) return found as CharacterClass
  const made = classify(String.fromCodePoint(point))
  known[point] = made
  return made
}

function classify(character: string): CharacterClass {
  if (/[\s\p{Z}\p{Cc}\u200B\uFEFF]/u.test(character)) return SPACE
  if (/[\p{M}\p{Cf}]/u.test(character)) return MARK
  if (POINTING.test(character)) return PUNCTUATION
  if (ALONE.test(character)) return SINGLE
  return /[\p{L}\p{N}]/u.test(character) ? WORD : SINGLE
}
