import { costOf, UNIGRAMS } from './lattice.ts'
import { lexicon } from './lexicon.ts'

/** Longest word that is looked for across a cut, in characters: longer ones are names and sayings of several words. */
const LONGEST = 8

const nats = (points: readonly string[]): number => costOf(points.join(''), UNIGRAMS)

/**
 * What is gained, in nats, by reading a tail and a head as one text: the log-likelihood ratio of words
 * that the cut would have divided. Zero where no word crosses it.
 *
 * 石拱 ｜ 桥建成了 → about 6, by 拱桥.
 */
export function wordGain(tail: readonly string[], head: readonly string[]): number {
  if (!crosses(tail, head)) return 0
  return Math.max(0, nats(tail) + nats(head) - nats([...tail, ...head]))
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

/** Characters on each side of a cut that the word named for it may take. */
const NAMED = 4

/** The word that crosses the cut, for the explanation; null where none of the dictionary does. */
export function wordAcross(tail: readonly string[], head: readonly string[]): string | null {
  const { frequency, surprise } = lexicon()
  let best: string | null = null
  let gain = 0
  for (let left = 1; left <= Math.min(NAMED, tail.length); left++) {
    for (let right = 1; right <= Math.min(NAMED, head.length); right++) {
      const before = tail.slice(-left)
      const after = head.slice(0, right)
      const word = before.join('') + after.join('')
      if (frequency(word) === 0) continue
      const saved = nats(before) + nats(after) - surprise(word)
      if (saved > gain) {
        gain = saved
        best = word
      }
    }
  }
  return best
}
