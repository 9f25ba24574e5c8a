import { isWhite, keyOf, wordAcross, wordGain } from '@huijiao/text'
import { balanceOf, beginningOf, endingOf, headOf, tailOf, textOf } from '../page/syntax.ts'
import type { Atom, Page } from '../page/types.ts'
import { countNgrams, type NgramModel, ngramGain } from './ngrams.ts'

/** What the characters on the two sides of a cut say of its being no cut at all, in nats. */
export interface Seam {
  /** Log-likelihood ratio of one sentence running over the cut. */
  readonly score: number
  /** The word that the cut divides, if one. */
  readonly word: string | null
  readonly words: number
  readonly runs: number
}

/** The cut after the end of a sentence, where nothing can run over. */
export const NO_SEAM: Seam = { score: 0, word: null, words: 0, runs: 0 }

/** Characters on each side that are read together. */
const REACH = 8

const MARK = /[^\p{L}\p{N}]/u

export function seam(model: NgramModel, page: Page, before: number, after: number): Seam {
  const left = page.atoms[before]
  const right = page.atoms[after]
  if (left === undefined || right === undefined) return NO_SEAM
  const one = edgesOf(page, left)
  const two = edgesOf(page, right)
  const touching = one.lastRun.length > 0 && two.firstRun.length > 0
  const gain = touching ? wordGain(one.lastRun, two.firstRun) : 0
  const runs = Math.max(-5, Math.min(10, ngramGain(model, one.tail, two.head)))
  const words = wordEvidence(gain, touching)
  const word = gain > 2 ? wordAcross(one.lastRun, two.firstRun) : null
  return { score: words + 0.6 * runs + brackets(one, two), word, words, runs }
}

/** What of an atom a cut can touch. */
interface Edges {
  readonly tail: readonly string[]
  readonly head: readonly string[]
  /** Characters at its end after the last mark, at its beginning before the first. */
  readonly lastRun: readonly string[]
  readonly firstRun: readonly string[]
  readonly opened: number
  readonly closed: number
}

const known = new WeakMap<Atom, Edges>()

function edgesOf(page: Page, atom: Atom): Edges {
  const found = known.get(atom)
  if (found !== undefined) return found
  const tail = tailOf(page, atom, REACH).map(keyOf)
  const head = headOf(page, atom, REACH).map(keyOf)
  const lastMark = tail.findLastIndex((point) => MARK.test(point))
  const firstMark = head.findIndex((point) => MARK.test(point))
  const edges = {
    tail,
    head,
    lastRun: tail.slice(lastMark + 1),
    firstRun: firstMark < 0 ? head : head.slice(0, firstMark),
    ...balanceOf(textOf(page, atom)),
  }
  known.set(atom, edges)
  return edges
}

let uncounted: NgramModel | null = null

function language(): NgramModel {
  uncounted ??= countNgrams([])
  return uncounted
}

/**
 * The same of two lines of any text; 0 where the first ends a sentence or either is empty.
 *
 * @param model what is counted in the sources; without it the language at large speaks alone.
 */
export function seamOfLines(one: string, two: string, model: NgramModel | null = null): number {
  if (one === '' || two === '') return 0
  const ending = endingOf(one)
  if (ending === 'final' || ending === 'colon') return 0
  const counted = model ?? language()
  const tail = around(Array.from(one).slice(-2 * REACH)).slice(-REACH)
  const head = around(Array.from(two).slice(0, 2 * REACH)).slice(0, REACH)
  const lastRun = tail.slice(tail.findLastIndex((point) => MARK.test(point)) + 1)
  const firstMark = head.findIndex((point) => MARK.test(point))
  const firstRun = firstMark < 0 ? head : head.slice(0, firstMark)
  const clings = beginningOf(two) === 'clinging' ? 2 : 0
  const touching = lastRun.length > 0 && firstRun.length > 0
  if (!touching) return clings
  const [least, most] = model === null ? [-3, 4] : [-5, 10]
  const runs = Math.max(least, Math.min(most, ngramGain(counted, tail, head)))
  return wordEvidence(wordGain(lastRun, firstRun), true) + 0.6 * runs
}

/** Characters without white space, as they are matched. */
function around(points: readonly string[]): string[] {
  return points.filter((point) => !isWhite(point)).map(keyOf)
}

/** Whether a line begins as sentences do, in nats, against any place within one. */
export function opensLine(text: string, model: NgramModel | null = null): number {
  const head = around(Array.from(text).slice(0, REACH)).slice(0, 4)
  return Math.max(-3, Math.min(1.5, ngramGain(model ?? language(), ['。'], head)))
}

/** A gain that chance gives as well speaks weakly; none at all speaks against. */
function wordEvidence(gain: number, touching: boolean): number {
  if (!touching) return 0
  if (gain < 0.5) return -0.7
  return Math.min(7, gain - 1.5)
}

/** Quotes and brackets that one side opens and the other closes. */
function brackets({ opened }: Edges, { closed }: Edges): number {
  if (opened > 0 && closed > 0) return 1.5
  return opened > 0 || closed > 0 ? -1 : 0
}

/** Share of what the first characters of a text say of its beginning a sentence. */
export const START = 0.8

const openings = new WeakMap<Atom, number>()

/** Whether a text begins as sentences do, in nats, against any place within one. */
export function opensWell(model: NgramModel, page: Page, at: number): number {
  const atom = page.atoms[at]
  if (atom === undefined) return 0
  const found =
    openings.get(atom) ??
    Math.max(-3, Math.min(1.5, ngramGain(model, ['。'], headOf(page, atom, 4).map(keyOf))))
  openings.set(atom, found)
  return found
}
