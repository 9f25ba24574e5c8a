import { toSimplified, toTraditional } from './opencc.ts'

/** How Chinese is written: simplified or traditional characters (the subtags of ISO 15924). */
export type Script = 'Hans' | 'Hant'

/** Least characters that only one script has, for a decision between the two. */
const TELLING = 8
/** A text that mixes the two is written in neither. */
const CLEAR = 0.8

/**
 * The script that characters are written in, by those that only one script has; undefined where they are
 * too few or mixed. Source of the forms: the character tables of OpenCC.
 */
export function scriptOf(characters: Iterable<string>): Script | undefined {
  let [simplified, traditional] = [0, 0]
  for (const c of characters) {
    if (asSimplified(c) !== c) traditional += 1
    else if (asTraditional(c) !== c) simplified += 1
  }
  const all = simplified + traditional
  if (all < TELLING) return undefined
  if (traditional >= CLEAR * all) return 'Hant'
  return simplified >= CLEAR * all ? 'Hans' : undefined
}

/** The script that a language tag asks for (BCP 47), where it says. */
export function scriptOfLanguage(language: string): Script | undefined {
  const tag = language.toLowerCase()
  if (/-hans\b|^zh-(?:cn|sg|my)\b/u.test(tag)) return 'Hans'
  return /-hant\b|^zh-(?:tw|hk|mo)\b/u.test(tag) ? 'Hant' : undefined
}

/** A character in simplified form. */
export const asSimplified = memo(toSimplified)
/** A character in traditional form. */
export const asTraditional = memo(toTraditional)

/** Converting one character at a time is slow; a text has few different ones. */
function memo(convert: (text: string) => string): (character: string) => string {
  const known = new Map<string, string>()
  return (character) => {
    const found = known.get(character)
    if (found !== undefined) return found
    const made = convert(character)
    known.set(character, made)
    return made
  }
}
