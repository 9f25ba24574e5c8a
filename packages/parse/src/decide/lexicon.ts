import { createRequire } from 'node:module'

/** A dictionary of words with their frequency, keyed by the words' matching keys. */
export interface Lexicon {
  /** Occurrences of a word in the dictionary's corpus; 0 for what is no word. */
  readonly frequency: (word: string) => number
  readonly isWord: (word: string) => boolean
  readonly longest: number
  /** Whether the dictionary calls the word a set phrase. */
  readonly isIdiom: (word: string) => boolean
  /** Set phrases of four characters. */
  readonly phrases: readonly string[]
  /** Negative log probability of a word. */
  readonly surprise: (word: string) => number
  /** Negative log probability of a character in running text, whatever stands beside it. */
  readonly chance: (character: string) => number
}

let loaded: Lexicon | undefined

/** The dictionary of jieba (MIT), loaded once. */
export function lexicon(): Lexicon {
  loaded ??= parseDictionary(dictionaryText())
  return loaded
}

function dictionaryText(): string {
  const module: unknown = createRequire(import.meta.url)('@node-rs/jieba/dict')
  const dict = (module as { readonly dict: Uint8Array }).dict
  return new TextDecoder().decode(dict)
}

/** Occurrences that a character has for certain: one that no word has may still be written. */
const UNSEEN = 5

/** @param text lines of word, frequency and part of speech, parted by spaces. */
export function parseDictionary(text: string): Lexicon {
  const words = new Map<string, number>()
  const idioms = new Set<string>()
  const characters = new Map<string, number>()
  let written = 0
  let longest = 1
  let total = 0
  for (const line of text.split('\n')) {
    const [word, count, tag] = line.split(' ')
    if (word === undefined || count === undefined) continue
    if (tag?.startsWith('i') === true && word.length >= 4) idioms.add(word)
    const n = Number(count)
    words.set(word, (words.get(word) ?? 0) + n)
    total += n
    for (const c of word) characters.set(c, (characters.get(c) ?? 0) + n)
    written += n * word.length
    if (word.length > longest && word.length <= 8) longest = word.length
  }
  const frequency = (word: string): number => words.get(word) ?? 0
  const scale = Math.log(total + 1)
  return {
    frequency,
    isWord: (word) => word.length > 1 && words.has(word),
    longest,
    isIdiom: (word) => idioms.has(word),
    phrases: [...idioms].filter((w) => w.length === 4),
    surprise: (word) => scale - Math.log(frequency(word) + 0.3),
    chance: (c) => Math.log(written + 1) - Math.log((characters.get(c) ?? 0) + UNSEEN),
  }
}
