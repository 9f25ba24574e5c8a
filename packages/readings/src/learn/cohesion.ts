import { attraction, type Counts, fold, type Lexicon, lexicon, MARK } from '@huijiao/text'
import type { Candidate } from '../types.ts'

/** Characters of context on each side. */
const REACH = 8
/** Nats for one digit or letter, and for the beginning of a number or a foreign word. */
const FIGURE = Math.log(10)
const FIGURES_BEGIN = 2.5
const LONGEST_WORD = 12

const CONTENT = /[\p{L}\p{N}\p{M}]/u
const FIGURE_SIGN = /^[\p{N}\p{Script=Latin}]$/u

/**
 * How firmly the words around hold a text, in nats: its likelihood as words of the language against its
 * likelihood as characters drawn from a text at random. That a character is common counts for nothing, for it
 * is as common among errors. (Pointwise mutual information of a text and its surroundings.)
 *
 * @param counts language that neighbours were counted in.
 * @param left the text before it, as matching keys, with the marks between; a mark ends a word.
 */
export function cohesion(
  left: string,
  text: string,
  right: string,
  counts: Counts = 'news',
  dictionary: Lexicon = lexicon(),
): number {
  let chance = 0
  for (const c of text) {
    if (CONTENT.test(c)) chance += FIGURE_SIGN.test(c) ? FIGURE : dictionary.chance(c)
  }
  const cost = (s: string): number => costOf(s, dictionary)
  const words = chance - cost(left + text + right) + cost(left) + cost(right)
  return words + NEIGHBOURS * neighbourly(left, text, right, counts)
}

/** Share of what neighbouring characters say beside what the words say: in part they say the same. */
const NEIGHBOURS = 0.5

/** Attraction, in nats, between neighbouring characters at the edges of the text and within it. */
function neighbourly(left: string, text: string, right: string, counts: Counts): number {
  const row = marksAsOne(left.slice(-2) + text + right.slice(0, 2))
  const [l, r] = [marksAsOne(left.slice(-2)).length, marksAsOne(right.slice(0, 2)).length]
  let sum = 0
  for (let k = Math.max(1, l); k <= row.length - Math.max(1, r); k += 1) {
    sum += attraction(row[k - 1] ?? '', row[k] ?? '', counts)
  }
  return sum
}

const marksAsOne = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}]+/gu, MARK)

/** The cohesion of each reading with what its own witness sets around it. */
export function cohesionsOf(
  candidates: readonly Candidate[],
  left: string,
  right: string,
  counts: Counts,
): number[] {
  const before = [...fold(left)].slice(-2 * REACH).join('')
  const after = [...fold(right)].slice(0, 2 * REACH).join('')
  const [l, r] = [contentEnd(before), contentStart(after)]
  return candidates.map((c) => cohesion(l + c.marks[0], fold(c.marked), c.marks[1] + r, counts))
}

/** Context without the marks next to the locus, which are the witness's own. */
const contentEnd = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}]+$/u, '').slice(-REACH)
const contentStart = (text: string): string =>
  text.replace(/^[^\p{L}\p{N}\p{M}]+/u, '').slice(0, REACH)

/** Negative log probability of a text as words that follow each other at random; marks cost nothing. */
function costOf(text: string, dictionary: Lexicon): number {
  let sum = 0
  for (const run of text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) sum += runCost(run, dictionary)
  return sum
}

function runCost(run: string, dictionary: Lexicon): number {
  const costs = new Float64Array(run.length + 1).fill(Number.POSITIVE_INFINITY)
  costs[0] = 0
  for (let start = 0; start < run.length; start += 1) {
    const before = costs[start] ?? 0
    const reach = (length: number, price: number): void => {
      costs[start + length] = Math.min(costs[start + length] ?? 0, before + price)
    }
    let figures = 0
    while (figures < LONGEST_WORD && FIGURE_SIGN.test(run[start + figures] ?? '')) {
      figures += 1
      reach(figures, FIGURES_BEGIN + FIGURE * figures)
    }
    if (figures === 0) reach(1, dictionary.surprise(run[start] ?? ''))
    const most = Math.min(dictionary.reach(run, start), run.length - start, LONGEST_WORD)
    for (let length = Math.max(2, figures + 1); length <= most; length += 1) {
      const word = run.slice(start, start + length)
      if (dictionary.isWord(word)) reach(length, dictionary.surprise(word))
    }
  }
  return costs[run.length] ?? 0
}
