import { lexicon } from './lexicon.ts'

/** Longest word that is looked for across a cut, in characters. */
const LONGEST = 8

/** Cost of a word, in nats: the negative log of its share of running text. Null for what is none. */
export function wordCost(word: string): number | null {
  const { frequency, total } = lexicon()
  const found = frequency(word)
  return found > 0 ? Math.log(total / found) : null
}

/** Cost of the cheapest division of a short text into words, in nats (Viterbi over unigrams). */
function divisionCost(points: readonly string[]): number {
  // A character that is no word.
  const unknown = Math.log(lexicon().total)
  const best: number[] = [0]
  for (let end = 1; end <= points.length; end++) {
    let least = (best[end - 1] ?? 0) + (wordCost(points[end - 1] ?? '') ?? unknown)
    let word = points[end - 1] ?? ''
    for (let start = end - 2; start >= 0 && end - start <= LONGEST; start--) {
      word = (points[start] ?? '') + word
      const cost = wordCost(word)
      if (cost !== null) least = Math.min(least, (best[start] ?? 0) + cost)
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
  const { adjoin, frequency } = lexicon()
  if (!adjoin(tail.at(-1) ?? '', head[0] ?? '')) return false
  let before = ''
  for (let left = 1; left <= Math.min(LONGEST - 1, tail.length); left++) {
    before = (tail.at(-left) ?? '') + before
    let word = before
    for (let right = 0; right < Math.min(LONGEST - left, head.length); right++) {
      word += head[right] ?? ''
      if (frequency(word) > 0) return true
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
