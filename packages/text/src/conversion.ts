import simplifiedPhrases from 'opencc-js/dict/STPhrases'
import traditionalPhrases from 'opencc-js/dict/TSPhrases'
import { type Region, toRegion } from './opencc.ts'

/** A character of running text in the other script. */
export interface ConvertedCharacter {
  readonly form: string
  /**
   * What the form rests on: `one` where there is no other, `phrase` where it occurs in a listed phrase, `default`
   * where there are several and none is preferred.
   */
  readonly by: 'one' | 'phrase' | 'default'
}

/** Phrases of one direction: which there are, and which characters they write in several ways. */
interface Phrases {
  readonly known: ReadonlySet<string>
  readonly longest: number
  readonly several: ReadonlySet<string>
}

const loaded = new Map<boolean, Phrases>()

function phrases(simplifying: boolean): Phrases {
  const found =
    loaded.get(simplifying) ?? parse(simplifying ? traditionalPhrases : simplifiedPhrases)
  loaded.set(simplifying, found)
  return found
}

function parse(entries: string): Phrases {
  const known = new Set<string>()
  const forms = new Map<string, string>()
  const several = new Set<string>()
  let longest = 0
  for (const entry of entries.split('|')) {
    const [from = '', to = ''] = entry.split(' ')
    const [own, other] = [Array.from(from), Array.from(to)]
    known.add(from)
    longest = Math.max(longest, own.length)
    if (own.length !== other.length) continue
    for (const [index, character] of own.entries()) {
      const form = other[index] ?? ''
      if ((forms.get(character) ?? form) !== form) several.add(character)
      forms.set(character, form)
    }
  }
  return { known, longest, several }
}

/**
 * Puts running text into the script of a region, by the phrases and characters of OpenCC: 头发 is 頭髮, 出发 is 出發.
 *
 * @param characters the text by code points; characters that are not Han may come between.
 * @returns one for each character.
 */
export function convertScript(
  characters: readonly string[],
  region: Region,
): readonly ConvertedCharacter[] {
  const convert = toRegion[region]
  const whole = Array.from(convert(characters.join('')))
  // No table of characters or phrases alters the length; a table that did could not be followed.
  const forms = whole.length === characters.length ? whole : characters.map(convert)
  const { several } = phrases(region === 'cn')
  const covered = inPhrases(characters, region === 'cn')
  return forms.map((form, index) => {
    const by = !several.has(characters[index] ?? '')
      ? 'one'
      : covered[index] === true
        ? 'phrase'
        : 'default'
    return { form, by }
  })
}

/** Which characters belong to a phrase: the longest match from the left, as OpenCC does. */
function inPhrases(characters: readonly string[], simplifying: boolean): boolean[] {
  const { known, longest } = phrases(simplifying)
  const covered = characters.map(() => false)
  for (let at = 0; at < characters.length; ) {
    let length = Math.min(longest, characters.length - at)
    while (length > 1 && !known.has(characters.slice(at, at + length).join(''))) length -= 1
    if (length > 1) covered.fill(true, at, at + length)
    at += Math.max(1, length)
  }
  return covered
}
