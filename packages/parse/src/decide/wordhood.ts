import { type Lexicon, lexicon } from './lexicon.ts'

/** How a stretch of text falls into words. */
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

function cheapest(run: string, dictionary: Lexicon): Segmented {
  const costs = [0]
  const from = [0]
  for (let end = 1; end <= run.length; end += 1) {
    let best = Number.POSITIVE_INFINITY
    let at = end - 1
    for (let start = end - 1; start >= Math.max(0, end - 20); start -= 1) {
      const word = run.slice(start, end)
      const price = wordCost(word, dictionary)
      if (price === undefined) continue
      const sum = (costs[start] ?? 0) + price
      if (sum < best) {
        best = sum
        at = start
      }
    }
    costs.push(best)
    from.push(at)
  }
  const words: string[] = []
  for (let end = run.length; end > 0; end = from[end] ?? 0)
    words.push(run.slice(from[end] ?? 0, end))
  return { words: words.reverse(), cost: costs.at(-1) ?? 0 }
}

const NUMBER = /^[\p{N}.]+$/u
const LATIN = /^[\p{Script=Latin}\p{M}]+$/u

function wordCost(word: string, dictionary: Lexicon): number | undefined {
  if (NUMBER.test(word) || LATIN.test(word)) return WORD + 2.5
  if (word.length > 1 && !dictionary.isWord(word)) return undefined
  return WORD + TEMPER * dictionary.surprise(word)
}
