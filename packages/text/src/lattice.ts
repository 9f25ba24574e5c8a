import { type Lexicon, lexicon } from './lexicon.ts'

/** What the edges of the lattice of words cost, in nats. */
export interface Prices {
  /** Each word, and each character that belongs to none, whichever it is. */
  readonly each: number
  /** Share of the surprise of a word, the negative log of its share of running text, that is added to it. */
  readonly surprise: number
  /** Each number and each foreign word, whichever it is. */
  readonly figures: number
  /** Each digit or letter of it. */
  readonly figure: number
}

/** A digit or letter among ten: a number is one of many that are as likely. */
export const FIGURE = Math.log(10)

/** Words that follow each other at random, each as often as in running text (unigrams). */
export const UNIGRAMS: Prices = { each: 0, surprise: 1, figures: 2.5, figure: FIGURE }

/** Few whole words rather than many fragments, however rare the words are. Set by hand, not fitted. */
export const WHOLE_WORDS: Prices = { each: 2.2, surprise: 0.4, figures: 4.7, figure: 0 }

/** The cheapest way through the lattice. */
export interface Path {
  /** Nats. */
  readonly cost: number
  /** By end of a word in UTF-16 units: where the word begins that ends there. */
  readonly starts: Int32Array
}

/** Stretches of letters and digits; marks part words. */
const RUN = /[\p{L}\p{N}\p{M}]+/gu

/** The stretches of a text between its marks. */
export const runsOf = (text: string): readonly string[] => text.match(RUN) ?? []

/**
 * The cheapest division of a stretch of letters and digits into words of the dictionary, numbers, foreign words and
 * single characters (Viterbi over the lattice of all of them). Of ways that cost the same the one whose last word is
 * shortest.
 *
 * `他在2024年` by whole words: 他, 在, 2024, 年.
 */
export function cheapestPath(run: string, prices: Prices, dictionary: Lexicon = lexicon()): Path {
  const costs = new Float64Array(run.length + 1).fill(Number.POSITIVE_INFINITY)
  const starts = new Int32Array(run.length + 1)
  costs[0] = 0
  for (let start = 0; start < run.length; start += 1) {
    const before = costs[start] ?? 0
    const figures = figuresAt(run, start)
    const most = Math.min(dictionary.reach(run, start), run.length - start)
    for (let length = 1; length <= Math.max(figures, most); length += 1) {
      const price = priceOf(run.slice(start, start + length), length <= figures, prices, dictionary)
      if (before + price > (costs[start + length] ?? 0)) continue
      costs[start + length] = before + price
      starts[start + length] = start
    }
  }
  return { cost: costs[run.length] ?? 0, starts }
}

/** Nats of a stretch as one word; infinite where it is none. */
function priceOf(word: string, figures: boolean, prices: Prices, dictionary: Lexicon): number {
  if (figures) return prices.figures + prices.figure * word.length
  if (word.length > 1 && !dictionary.isWord(word)) return Number.POSITIVE_INFINITY
  return prices.each + prices.surprise * dictionary.surprise(word)
}

/** Nats of all stretches of a text; marks cost nothing. */
export function costOf(text: string, prices: Prices, dictionary: Lexicon = lexicon()): number {
  let sum = 0
  for (const run of runsOf(text)) sum += cheapestPath(run, prices, dictionary).cost
  return sum
}

/** The longest number or foreign word that is one word, in UTF-16 units. */
const LONGEST_FIGURES = 20
const NUMBER = /^\p{N}$/u
const LETTER = /^[\p{Script=Latin}\p{M}]$/u

type FigureClass = 'number' | 'letter' | 'none'

const classes = new Map<number, FigureClass>()

/** Whether a UTF-16 unit is a digit or a letter of a foreign word; half a character of two units is neither. */
function classAt(run: string, at: number): FigureClass {
  const unit = run.charCodeAt(at)
  const known = classes.get(unit)
  if (known !== undefined) return known
  const sign = run[at] ?? ''
  const found = NUMBER.test(sign) ? 'number' : LETTER.test(sign) ? 'letter' : 'none'
  classes.set(unit, found)
  return found
}

/** Number of units from an offset on that are digits, or letters of a foreign word. */
function figuresAt(run: string, start: number): number {
  const kind = classAt(run, start)
  if (kind === 'none') return 0
  let length = 1
  while (
    length < LONGEST_FIGURES &&
    start + length < run.length &&
    classAt(run, start + length) === kind
  )
    length += 1
  return length
}
