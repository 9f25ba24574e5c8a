import { foldText } from '../page/content.ts'
import type { Page } from '../page/types.ts'
import { type Tally, tallyOf } from './tally.ts'

/** Content characters of each sample that words are weighed by, and that are compared at most. */
const SAMPLE = 300
const WINDOW = 2400
/** Cohesion at which one subject and two are equally likely; measured on news text. */
const EVEN = 0.022

/** The character pairs of a text, in order of their codes, with their weights. */
export interface Profile {
  readonly pairs: Uint32Array
  readonly weights: Float32Array
  readonly norm: number
  readonly length: number
}

/** Compares texts by the rarity of their character pairs in all sources. */
export interface Topics {
  readonly profile: (folded: string) => Profile
  /** Log-odds, in nats, of two texts being of one subject; little where they are short. */
  readonly compare: (one: Profile | undefined, two: Profile | undefined) => number
  readonly together: (one: string, two: string) => number
  /** Weight of the pairs that both have against that of all, 0 to 1. */
  readonly likeness: (one: Profile, two: Profile) => number
}

/** Words are weighed at first use: most sources need no comparison. */
export function topicsOf(pages: readonly Page[]): Topics {
  let weights: Tally | null = null
  let missing = 1
  const profile = (folded: string): Profile => {
    if (weights === null) {
      const texts = pages.flatMap(samples)
      weights = weigh(texts)
      missing = Math.log(texts.length + 1)
    }
    const pairs = pairsOf(folded.slice(0, WINDOW))
    const squares = new Float32Array(pairs.length)
    let norm = 0
    for (let at = 0; at < pairs.length; at++) {
      const weight = weights.get(pairs[at] ?? 0) || missing
      squares[at] = weight * weight
      norm += weight * weight
    }
    return { pairs, weights: squares, norm, length: folded.length }
  }
  const likeness: Topics['likeness'] = (one, two) =>
    common(one, two) / Math.sqrt(Math.max(1, one.norm * two.norm))
  const compare: Topics['compare'] = (one, two) => {
    if (one === undefined || two === undefined) return 0
    const shorter = Math.min(one.length, two.length)
    if (shorter < 30) return 0
    const found = likeness(one, two)
    const sure = Math.min(1, shorter / 200)
    return sure * Math.max(-3, Math.min(3, 2 * Math.log2(Math.max(0.001, found) / EVEN)))
  }
  return { profile, compare, likeness, together: (one, two) => compare(profile(one), profile(two)) }
}

function weigh(texts: readonly string[]): Tally {
  const holders = tallyOf(texts.reduce((sum, text) => sum + text.length, 0))
  for (const text of texts) for (const pair of pairsOf(text)) holders.add(pair)
  holders.each((count) => Math.log((texts.length + 1) / (count + 0.5)))
  return holders
}

/** Weight of the pairs that both have. */
function common(one: Profile, two: Profile): number {
  let sum = 0
  let other = 0
  for (let at = 0; at < one.pairs.length; at++) {
    const pair = one.pairs[at] ?? 0
    while (other < two.pairs.length && (two.pairs[other] ?? 0) < pair) other++
    if (two.pairs[other] === pair) sum += one.weights[at] ?? 0
  }
  return sum
}

/** Pairs of neighbouring characters, each as one number, once each and in order. */
function pairsOf(text: string): Uint32Array {
  const all = new Uint32Array(Math.max(0, text.length - 1))
  for (let at = 0; at < all.length; at++) {
    all[at] = text.charCodeAt(at) * 65536 + text.charCodeAt(at + 1)
  }
  all.sort()
  let count = 0
  for (let at = 0; at < all.length; at++) {
    if (at === 0 || all[at] !== all[at - 1]) all[count++] = all[at] ?? 0
  }
  return all.slice(0, count)
}

function samples({ source, content }: Page): string[] {
  const list: string[] = []
  for (let at = 0; at < content.offsets.length; at += SAMPLE) {
    const from = content.offsets[at] ?? 0
    const to = content.offsets[at + SAMPLE] ?? source.points.length
    list.push(foldText(source.points.slice(from, to).join('')))
  }
  return list
}
