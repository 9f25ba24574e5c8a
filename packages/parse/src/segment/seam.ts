import { keyOf } from '../normalize.ts'
import { type NgramModel, ngramGain } from './ngrams.ts'
import { balanceOf, headOf, tailOf, textOf } from './syntax.ts'
import type { Page } from './types.ts'
import { wordAcross, wordGain } from './words.ts'

/** What the characters on the two sides of a cut say of its being no cut at all, in nats. */
export interface Seam {
  /** Log-likelihood ratio of one sentence running over the cut. */
  readonly score: number
  /** The word that the cut divides, if one. */
  readonly word: string | null
  readonly words: number
  readonly runs: number
}

/** Characters on each side that are read together. */
const REACH = 8

const MARK = /[^\p{L}\p{N}]/u

export function seam(model: NgramModel, page: Page, before: number, after: number): Seam {
  const left = page.atoms[before]
  const right = page.atoms[after]
  if (left === undefined || right === undefined) return { score: 0, word: null, words: 0, runs: 0 }
  const tail = tailOf(page, left, REACH).map(keyOf)
  const head = headOf(page, right, REACH).map(keyOf)
  const touching = !MARK.test(tail.at(-1) ?? '，') && !MARK.test(head[0] ?? '，')
  const gain = touching ? wordGain(lastRun(tail), firstRun(head)) : 0
  const runs = Math.max(-5, Math.min(10, ngramGain(model, tail, head)))
  const words = wordEvidence(gain, touching)
  const word = gain > 2 ? wordAcross(tail, head) : null
  return { score: words + 0.6 * runs + brackets(page, before, after), word, words, runs }
}

/** A gain that chance gives as well speaks weakly; none at all speaks against. */
function wordEvidence(gain: number, touching: boolean): number {
  if (!touching) return 0
  if (gain < 0.5) return -0.7
  return Math.min(7, gain - 1.5)
}

/** Quotes and brackets that one side opens and the other closes. */
function brackets(page: Page, before: number, after: number): number {
  const left = page.atoms[before]
  const right = page.atoms[after]
  if (left === undefined || right === undefined) return 0
  const { opened } = balanceOf(textOf(page, left))
  const { closed } = balanceOf(textOf(page, right))
  if (opened > 0 && closed > 0) return 1.5
  return opened > 0 || closed > 0 ? -1 : 0
}

function lastRun(points: readonly string[]): string[] {
  const at = points.findLastIndex((point) => MARK.test(point))
  return points.slice(at + 1)
}

function firstRun(points: readonly string[]): string[] {
  const at = points.findIndex((point) => MARK.test(point))
  return at < 0 ? [...points] : points.slice(0, at)
}
