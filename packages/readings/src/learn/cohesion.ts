import {
  attraction,
  type Counts,
  costOf,
  FIGURE,
  fold,
  lexicon,
  MARK,
  UNIGRAMS,
} from '@huijiao/text'
import type { Candidate } from '../types.ts'

/** Characters of context on each side. */
const REACH = 8

const CONTENT = /[\p{L}\p{N}\p{M}]/u
const FIGURE_SIGN = /^[\p{N}\p{Script=Latin}]$/u

/** By which counts a text is measured, and what they weigh beside its words. */
export interface Language {
  /** Language that neighbouring characters were counted in. */
  readonly counts: Counts
  /** Share of what neighbouring characters say beside what the words say: in part they say the same. */
  readonly neighbours: number
}

/** A modern text. */
export const MODERN: Language = { counts: 'news', neighbours: 0.5 }

/** What speaks for a text between others, in nats. */
export interface Hold {
  readonly words: number
  /** By the language that neighbours were counted in. */
  readonly neighbours: Readonly<Record<Counts, number>>
}

/**
 * How firmly the words around hold a text, in nats: its likelihood as words of the language against its
 * likelihood as characters drawn from a text at random. That a character is common counts for nothing, for it
 * is as common among errors. (Pointwise mutual information of a text and its surroundings.)
 *
 * @param left the text before it, as matching keys, with the marks between; a mark ends a word.
 */
export function cohesion(
  left: string,
  text: string,
  right: string,
  language: Language = MODERN,
): number {
  const share = language.neighbours * neighbourly(left, text, right, language.counts)
  return wordsHold(left, text, right) + share
}

/** Both parts of {@link cohesion}, in any language. */
export const holdOf = (left: string, text: string, right: string): Hold => ({
  words: wordsHold(left, text, right),
  neighbours: {
    news: neighbourly(left, text, right, 'news'),
    old: neighbourly(left, text, right, 'old'),
  },
})

/** Nats that the words of the dictionary say for a text between others. */
function wordsHold(left: string, text: string, right: string): number {
  let chance = 0
  for (const c of text) {
    if (CONTENT.test(c)) chance += FIGURE_SIGN.test(c) ? FIGURE : lexicon().chance(c)
  }
  const cost = (s: string): number => costOf(s, UNIGRAMS)
  return chance - cost(left + text + right) + cost(left) + cost(right)
}

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
  language: Language,
): number[] {
  const before = [...fold(left)].slice(-2 * REACH).join('')
  const after = [...fold(right)].slice(0, 2 * REACH).join('')
  const [l, r] = [contentEnd(before), contentStart(after)]
  return candidates.map((c) => cohesion(l + c.marks[0], fold(c.marked), c.marks[1] + r, language))
}

/** Context without the marks next to the locus, which are the witness's own. */
const contentEnd = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}]+$/u, '').slice(-REACH)
const contentStart = (text: string): string =>
  text.replace(/^[^\p{L}\p{N}\p{M}]+/u, '').slice(0, REACH)
