import { toSimplified } from './opencc.ts'

/**
 * Folds characters that are the same sign in another shape: width and compatibility forms (NFKC), case,
 * and traditional or variant Han forms (the character table of OpenCC, one character at a time).
 * The text itself is never altered; only matching keys are.
 */
export function keyOf(character: string): string {
  const known = cache.get(character)
  if (known !== undefined) return known
  const folded = character.normalize('NFKC').toLowerCase()
  const key = /\p{Script=Han}/u.test(folded) ? toSimplified(folded) : folded
  cache.set(character, key)
  return key
}

/** Whether a code point is content: a letter, digit, mark or symbol. The rest is punctuation and space. */
export function isContent(character: string): boolean {
  return /[\p{L}\p{N}\p{M}\p{S}]/u.test(character) && !SOFT_SYMBOLS.has(character)
}

/** Symbols by category that stand for punctuation marks in Chinese text. */
const SOFT_SYMBOLS = new Set(['`', '´', '^', '~', '～', '｀', '＾', '|', '｜', '∶'])

const cache = new Map<string, string>()
