import { type Lexicon, lexicon } from './lexicon.ts'

/** Division of a stretch of text into words. */
export interface Segmented {
  readonly words: readonly string[]
  /** Nats; lower is more like words. */
  readonly cost: number
}

/** Each further word costs this much, so that few whole words beat many fragments. */
const WORD = 2.2
/** Share of a word's own surprise that counts: a rare word is as good a word as a common one. */
const TEMPER = 0.4

/** The cheapest way to read a text as words. Marks part words and cost nothing. */
export function segmentWords(text: string, dictionary: Lexicon = lexicon()): Segmented {
  const words: string[] = []
  let cost = 0
  for (const run of text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const best = cheapest(run, dictionary)
    words.push(...best.words)
    cost += best.cost
  }
  return { words, cost }
}

/** The longest number or foreign word that is one word. */
const LONGEST_FIGURES = 20
const NUMBER = /^[\p{N}.]$/u
const LATIN = /^[\p{Script=Latin}\p{M}]$/u

function cheapest(run: string, dictionary: Lexicon): Segmented {
  const costs = new Float64Array(run.length + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(run.length + 1)
  costs[0] = 0
  for (let start = 0; start < run.length; start += 1) {
    const before = costs[start] ?? 0
    const reach = (length: number, price: number): void => {
      // Of ways that cost the same the one whose last word is shortest.
      if (before + price > (costs[start + length] ?? 0)) return
      costs[start + length] = before + price
      from[start + length] = start
    }
    const figures = figuresAt(run, start)
    for (let length = 1; length <= figures; length += 1) reach(length, WORD + 2.5)
    if (figures === 0) reach(1, WORD + TEMPER * dictionary.surprise(run[start] ?? ''))
    const most = Math.min(dictionary.reach(run, start), run.length - start)
    for (let length = Math.max(2, figures + 1); length <= most; length += 1) {
      const word = run.slice(start, start + length)
      if (dictionary.isWord(word)) reach(length, WORD + TEMPER * dictionary.surprise(word))
    }
  }
  const words: string[] = []
  for (let end = run.length; end > 0; end = from[end] ?? 0)
    words.push(run.slice(from[end] ?? 0, end))
  return { words: words.reverse(), cost: costs[run.length] ?? 0 }
}

/** Number of characters from an offset on that are digits, or letters of a foreign word. */
function figuresAt(run: string, start: number): number {
  for (const kind of [NUMBER, LATIN]) {
    let length = 0
    while (length < LONGEST_FIGURES && kind.test(run[start + length] ?? '')) length += 1
    if (length > 0) return length
  }
  return 0
}
