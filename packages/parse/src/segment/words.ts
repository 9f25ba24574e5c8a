import { dict } from '@node-rs/jieba/dict.js'

/** Longest word that is looked for across a cut, in characters. */
const LONGEST = 8

interface Lexicon {
  /** Cost of a word, in nats: the negative log of its share of running text. */
  readonly costs: ReadonlyMap<string, number>
  /** Cost of a character that is no word of the dictionary. */
  readonly unknown: number
  /** Pairs of characters that are neighbours in some word. */
  readonly pairs: ReadonlySet<number>
}

let loaded: Lexicon | null = null

/** The default dictionary of jieba: each line holds a word, its frequency and its part of speech. */
function lexicon(): Lexicon {
  if (loaded !== null) return loaded
  const frequencies = new Map<string, number>()
  let total = 0
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const space = line.indexOf(' ')
    if (space <= 0) continue
    const frequency = Number.parseInt(line.slice(space + 1), 10)
    if (!(frequency > 0)) continue
    frequencies.set(line.slice(0, space), frequency)
    total += frequency
  }
  const costs = new Map<string, number>()
  const pairs = new Set<number>()
  for (const [word, frequency] of frequencies) {
    costs.set(word, Math.log(total / frequency))
    for (let at = 0; at + 1 < word.length; at++) pairs.add(pairOf(word, at, word, at + 1))
  }
  loaded = { costs, unknown: Math.log(total), pairs }
  return loaded
}

function pairOf(one: string, at: number, two: string, next: number): number {
  return one.charCodeAt(at) * 65536 + two.charCodeAt(next)
}

/** Cost of a word, in nats, or null where the dictionary lacks it. */
export function wordCost(word: string): number | null {
  return lexicon().costs.get(word) ?? null
}

/** Cost of the cheapest division of a short text into words, in nats (Viterbi over unigrams). */
export function divisionCost(points: readonly string[]): number {
  const { costs, unknown } = lexicon()
  const best: number[] = [0]
  for (let end = 1; end <= points.length; end++) {
    let least = (best[end - 1] ?? 0) + (costs.get(points[end - 1] ?? '') ?? unknown)
    let word = points[end - 1] ?? ''
    for (let start = end - 2; start >= 0 && end - start <= LONGEST; start--) {
      word = (points[start] ?? '') + word
      const cost = costs.get(word)
      if (cost !== undefined) least = Math.min(least, (best[start] ?? 0) + cost)
    }
    best.push(least)
  }
  return best[points.length] ?? 0
}

/**
 * What is gained, in nats, by reading a tail and a head as one text: the log-likelihood ratio of words
 * that the cut would have divided. Zero where no word crosses it.
 */
export function wordGain(tail: readonly string[], head: readonly string[]): number {
  if (!crosses(tail, head)) return 0
  const apart = divisionCost(tail) + divisionCost(head)
  return Math.max(0, apart - divisionCost([...tail, ...head]))
}

/** Whether any word of the dictionary takes characters of both sides. */
function crosses(tail: readonly string[], head: readonly string[]): boolean {
  const { costs, pairs } = lexicon()
  const last = tail.at(-1) ?? ''
  if (!pairs.has(pairOf(last, last.length - 1, head[0] ?? '', 0))) return false
  let before = ''
  for (let left = 1; left <= Math.min(LONGEST - 1, tail.length); left++) {
    before = (tail.at(-left) ?? '') + before
    let word = before
    for (let right = 0; right < Math.min(LONGEST - left, head.length); right++) {
      word += head[right] ?? ''
      if (costs.has(word)) return true
    }
  }
  return false
}

/** The word that crosses the cut, for the explanation; null where none of the dictionary does. */
export function wordAcross(tail: readonly string[], head: readonly string[]): string | null {
  let best: string | null = null
  let gain = 0
  for (let left = 1; left <= Math.min(4, tail.length); left++) {
    for (let right = 1; right <= Math.min(4, head.length); right++) {
      const before = tail.slice(-left)
      const after = head.slice(0, right)
      const cost = wordCost(before.join('') + after.join(''))
      if (cost === null) continue
      const saved = divisionCost(before) + divisionCost(after) - cost
      if (saved > gain) {
        gain = saved
        best = before.join('') + after.join('')
      }
    }
  }
  return best
}
