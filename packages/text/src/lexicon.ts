import { dict } from '@node-rs/jieba/dict.js'

/** A dictionary of words with their frequency in its corpus. */
export interface Lexicon {
  /** Occurrences of a word in the dictionary's corpus; 0 for what is no word. */
  readonly frequency: (word: string) => number
  /** Occurrences of all words. */
  readonly total: number
  /** Whether two characters may be neighbours in a word: never false where they are, rarely true where not. */
  readonly adjoin: (first: string, second: string) => boolean
  readonly isWord: (word: string) => boolean
  /** At least the length of the longest word that begins with the two characters at an offset of a text. */
  readonly reach: (text: string, at: number) => number
  /** Whether the dictionary calls the word a set phrase. */
  readonly isIdiom: (word: string) => boolean
  /** Whether the dictionary calls a word of two characters a verb; such words may be said twice: 研究研究. */
  readonly isVerb: (word: string) => boolean
  /** Set phrases of four characters. */
  readonly phrases: readonly string[]
  /** Words of two characters. */
  readonly pairs: () => readonly string[]
  /** Negative log probability of a word. */
  readonly surprise: (word: string) => number
  /** Negative log probability of a character in running text, regardless of its neighbours. */
  readonly chance: (character: string) => number
}

let loaded: Lexicon | undefined

/** The dictionary of jieba (MIT), loaded once. */
export function lexicon(): Lexicon {
  loaded ??= parseDictionary(new TextDecoder().decode(dict))
  return loaded
}

/** Occurrences that a character has for certain: one that no word has may still be written. */
const UNSEEN = 5

/** Slots of a table keyed by two characters; two pairs may share a slot. */
const PLACES = 1 << 22

/** The place of two characters. */
const placeOf = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77)) >>> 10

/** The place of the two characters at an offset. */
const pairAt = (text: string, at: number): number =>
  placeOf(text.charCodeAt(at), text.charCodeAt(at + 1))

/** @param text lines of word, frequency and part of speech, parted by spaces. */
function parseDictionary(text: string): Lexicon {
  const words = new Map<string, number>()
  const idioms = new Set<string>()
  const verbs = new Set<string>()
  const characters = new Float64Array(0x10000)
  // Where two beginnings share a place, the longer word counts for both.
  const reaches = new Uint8Array(PLACES)
  const neighbours = new Uint8Array(PLACES)
  let written = 0
  let total = 0
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found
    const afterWord = text.indexOf(' ', at)
    const next = afterWord < 0 || afterWord >= end ? -1 : text.indexOf(' ', afterWord + 1)
    const afterCount = next < 0 || next >= end ? end : next
    const start = at
    at = end + 1
    if (afterWord < 0 || afterWord >= end) continue
    const word = text.slice(start, afterWord)
    const n = Number(text.slice(afterWord + 1, afterCount))
    const speech = afterCount < end ? text[afterCount + 1] : undefined
    if (word.length >= 4 && speech === 'i') idioms.add(word)
    if (word.length === 2 && speech === 'v') verbs.add(word)
    words.set(word, (words.get(word) ?? 0) + n)
    total += n
    for (let i = 0; i < word.length; i += 1) {
      const unit = word.charCodeAt(i)
      characters[unit] = (characters[unit] ?? 0) + n
      if (i > 0) neighbours[pairAt(word, i - 1)] = 1
    }
    written += n * word.length
    const begin = pairAt(word, 0)
    if (word.length > (reaches[begin] ?? 0)) reaches[begin] = Math.min(255, word.length)
  }
  const frequency = (word: string): number => words.get(word) ?? 0
  const scale = Math.log(total + 1)
  return {
    frequency,
    total,
    adjoin: (first, second) =>
      neighbours[placeOf(first.charCodeAt(first.length - 1), second.charCodeAt(0))] === 1,
    isWord: (word) => word.length > 1 && words.has(word),
    reach: (text, at) => Math.max(1, reaches[pairAt(text, at)] ?? 1),
    isIdiom: (word) => idioms.has(word),
    isVerb: (word) => verbs.has(word),
    phrases: [...idioms].filter((w) => w.length === 4),
    pairs: () => [...words.keys()].filter((w) => w.length === 2),
    surprise: (word) => scale - Math.log(frequency(word) + 0.3),
    chance: (c) => Math.log(written + 1) - Math.log((characters[c.charCodeAt(0)] ?? 0) + UNSEEN),
  }
}
