import { segmentWords } from '@huijiao/text'

/** Words of one character that open a phrase: a line may end before one, and does not end after it. */
const OPENERS = new Set('同与和及或并向对在从把被将为于以由就跟给至自')

/**
 * Where a line of a heading may end: between its words, in code points from the start of the text. Beside a
 * lone character no line ends, unless it opens a phrase, for it mostly belongs to a word that the dictionary
 * lacks. Marks and spaces allow what the writing system allows, and are not listed.
 */
export function phraseBreaks(text: string): number[] {
  const breaks: number[] = []
  for (const run of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const words = segmentWords(run[0]).words.map((w) => [...w])
    let at = Array.from(text.slice(0, run.index)).length
    for (const [i, word] of words.entries()) {
      const next = words[i + 1]
      at += word.length
      if (next === undefined) break
      const opens = next.length === 1 && OPENERS.has(next.join(''))
      if (word.length > 1 && (next.length > 1 || opens)) breaks.push(at)
    }
  }
  return breaks
}
