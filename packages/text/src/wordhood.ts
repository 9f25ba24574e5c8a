import { cheapestPath, runsOf, WHOLE_WORDS } from './lattice.ts'
import { type Lexicon, lexicon } from './lexicon.ts'

/** Division of a stretch of text into words. */
export interface Segmented {
  readonly words: readonly string[]
  /** Nats; lower is more like words. */
  readonly cost: number
}

/** The cheapest way to read a text as few whole words. Marks part words and cost nothing. */
export function segmentWords(text: string, dictionary: Lexicon = lexicon()): Segmented {
  const words: string[] = []
  let cost = 0
  for (const run of runsOf(text)) {
    const best = cheapestPath(run, WHOLE_WORDS, dictionary)
    words.push(...wordsOf(run, best.starts))
    cost += best.cost
  }
  return { words, cost }
}

function wordsOf(run: string, starts: Int32Array): string[] {
  const words: string[] = []
  for (let end = run.length; end > 0; end = starts[end] ?? 0)
    words.push(run.slice(starts[end] ?? 0, end))
  return words.reverse()
}
