import type { LemmaCharacter } from '@huijiao/model'
import { keyOf, lexicon, lookAlike, segmentWords, soundAlike } from '@huijiao/text'
import { cohesion, type Language } from '../learn/cohesion.ts'
import type { WordModel } from '../learn/words.ts'

/** A character that looks misread. */
export interface Confused {
  /** Index in the reading text. */
  readonly at: number
  readonly suggestion: string
  /** The word that the suggestion makes. */
  readonly word: string
  readonly like: 'shape' | 'sound'
}

/** Nats by which another character must fit the words of the dictionary better. */
const GAIN = 11
/**
 * Log odds, by what the words tell of this work, from which a character is suspected: even odds where one character in
 * two hundred is misread, for one of ten others. In a work whose language the dictionary does not know few are.
 */
const ODDS = Math.log(200 * 10)
/** Characters of context on each side, as for loci (see `cohesion`). */
const REACH = 8
/** Occurrences below which a word of the dictionary is no evidence. */
const RARE = 40

/** A character with what stands around it, by which alone it is judged. */
interface Window {
  readonly left: string
  readonly key: string
  readonly right: string
  /** The characters beside it, where no mark stands between. */
  readonly before: string
  readonly after: string
}

type Found = Omit<Confused, 'at'>

/**
 * What was found in a window, by what words tell of the work: a ruling changes a few characters of a text, and the others
 * need not be looked at again.
 */
const judged = new WeakMap<WordModel, Map<string, Found | null>>()

/**
 * Characters that belong to no word, where another of like shape or sound makes a word with what
 * stands beside it and the words around fit it much better.
 *
 * @param marks the punctuation after each character.
 * @param words how much the words tell of the work; where they tell little, little is suspected.
 */
export function confused(
  lemma: readonly LemmaCharacter[],
  marks: readonly string[],
  words: WordModel,
): Confused[] {
  const keys = lemma.map((c) => keyOf(c.t))
  const seen = new Map<string, number>()
  for (let at = 1; at < keys.length; at += 1) {
    const pair = `${keys[at - 1]}${keys[at]}`
    seen.set(pair, (seen.get(pair) ?? 0) + 1)
  }
  const recurs = (at: number): boolean => (seen.get(`${keys[at - 1]}${keys[at]}`) ?? 0) > 1
  const known = judged.get(words) ?? new Map<string, Found | null>()
  judged.set(words, known)
  return keys.flatMap((key, at) => {
    if (!/^\p{Script=Han}$/u.test(key)) return []
    // Names and terms that no dictionary has come back; a slip hardly does.
    if (recurs(at) || recurs(at + 1)) return []
    const window = windowAt(keys, marks, at)
    const name = Object.values(window).join('\n')
    const found = known.get(name) ?? (known.has(name) ? null : misread(window, words))
    known.set(name, found)
    return found === null ? [] : [{ at, ...found }]
  })
}

function windowAt(keys: readonly string[], marks: readonly string[], at: number): Window {
  const slice = (from: number, to: number): string =>
    keys
      .slice(Math.max(0, from), to)
      .map((k, i) => k + (marks[Math.max(0, from) + i] ?? ''))
      .join('')
  return {
    left: slice(at - REACH, at),
    key: keys[at] ?? '',
    right: (marks[at] ?? '') + slice(at + 1, at + 1 + REACH),
    before: marks[at - 1] === '' ? (keys[at - 1] ?? '') : '',
    after: marks[at] === '' ? (keys[at + 1] ?? '') : '',
  }
}

function misread({ left, key, right, before, after }: Window, words: WordModel): Found | null {
  if (!standsAlone(left, key, right)) return null
  const gain = (c: string, language?: Language): number =>
    cohesion(left, c, right, language) - cohesion(left, key, right, language)
  const best = [...wordsAround(before, after)]
    .filter(([c]) => c !== key && (lookAlike(key, c) || soundAlike(key, c)))
    .map(([c, word]) => ({ c, word, gain: gain(c) }))
    .sort((a, b) => b.gain - a.gain || (a.c < b.c ? -1 : 1))[0]
  if (best === undefined || best.gain < GAIN || words.gain * gain(best.c, words) < ODDS) return null
  const like = lookAlike(key, best.c) ? 'shape' : 'sound'
  return { suggestion: best.c, word: best.word, like }
}

/** Whether a character is a word by itself in the best reading of its surroundings. */
function standsAlone(left: string, key: string, right: string): boolean {
  const { words } = segmentWords(left + key + right)
  let place = [...left.replace(/[^\p{L}\p{N}\p{M}]+/gu, '')].length
  for (const word of words) {
    const length = [...word].length
    if (place < length) return length === 1
    place -= length
  }
  return false
}

/** Characters that make a two-character word with the one before or after, each with the word. */
function wordsAround(before: string, after: string): Map<string, string> {
  const found = new Map<string, string>()
  const { following, preceding } = pairs()
  for (const c of following.get(before) ?? []) found.set(c, before + c)
  for (const c of preceding.get(after) ?? []) if (!found.has(c)) found.set(c, c + after)
  return found
}

interface Pairs {
  readonly following: ReadonlyMap<string, readonly string[]>
  readonly preceding: ReadonlyMap<string, readonly string[]>
}

let known: Pairs | undefined

/** Words of two characters, by their first and by their second. */
function pairs(): Pairs {
  if (known !== undefined) return known
  const [following, preceding] = [new Map<string, string[]>(), new Map<string, string[]>()]
  const add = (map: Map<string, string[]>, at: string, c: string): void => {
    const list = map.get(at)
    if (list === undefined) map.set(at, [c])
    else list.push(c)
  }
  for (const word of lexicon().pairs()) {
    const [first, second] = [...word]
    if (first === undefined || second === undefined || lexicon().frequency(word) < RARE) continue
    add(following, first, second)
    add(preceding, second, first)
  }
  known = { following, preceding }
  return known
}
