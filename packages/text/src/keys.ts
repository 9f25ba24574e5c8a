import { toSimplified } from './opencc.ts'
import { isIllegible, plainForm } from './plain.ts'
import { isUnseen, withoutJoiner } from './unseen.ts'

/**
 * Folds characters that are the same sign in another shape: width and compatibility forms (NFKC), case,
 * and traditional or variant Han forms (the character table of OpenCC, one character at a time).
 * The text itself is never altered; only matching keys are.
 */
export function keyOf(character: string): string {
  const known = cache.get(character)
  if (known !== undefined) return known
  const folded = withoutJoiner(plainForm(character)).normalize('NFKC').toLowerCase()
  const key = /\p{Script=Han}/u.test(folded) ? toSimplified(folded) : folded
  cache.set(character, key)
  return key
}

/**
 * Whether a code point is content: a letter, digit, mark or symbol, or a sign for what could not be read. The rest
 * is punctuation, space, and what is not seen.
 */
export function isContent(character: string): boolean {
  const known = contents.get(character)
  if (known !== undefined) return known
  const found =
    !isUnseen(character) &&
    !SOFT_SYMBOLS.has(character) &&
    (/[\p{L}\p{N}\p{M}\p{S}]/u.test(plainForm(character)) || isIllegible(character))
  contents.set(character, found)
  return found
}

const contents = new Map<string, boolean>()

/** Characters that Unicode counts as symbols and Chinese text uses as punctuation marks. */
const SOFT_SYMBOLS = new Set('`´^~～｀＾|｜∶∼∙⋅⋯┄┅─━')

const cache = new Map<string, string>()
