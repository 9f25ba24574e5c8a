import { attraction, keyOf, MARK } from '@huijiao/text'
import type { Page } from '../page/types.ts'

/** Longest run of characters that is counted. */
const ORDER = 4
/** Weight of the shorter context, in occurrences (Dirichlet smoothing). */
const PRIOR = 3

/**
 * Counts of character runs in the sources themselves, in an open hash table of fingerprints.
 * Runs never reach over the end of an atom, so that a cut is not its own evidence.
 */
export interface NgramModel {
  readonly keys: Uint32Array
  readonly counts: Uint32Array
  /** How many different characters follow a character, by its code point. */
  readonly kinds: Uint16Array
  readonly total: number
}

const PLANES = 0x32000

export function countNgrams(pages: readonly Page[]): NgramModel {
  const length = pages.reduce((sum, page) => sum + page.source.points.length, 0)
  let size = 1 << 12
  while (size < length * ORDER * 1.5) size *= 2
  const keys = new Uint32Array(size)
  const counts = new Uint32Array(size)
  const kinds = new Uint16Array(PLANES)
  let total = 0
  const window = new Int32Array(ORDER)
  for (const { source, atoms } of pages) {
    for (const atom of atoms) {
      let filled = 0
      for (let at = atom.start; at < atom.end; at++) {
        window.copyWithin(0, 1)
        window[ORDER - 1] = code(source.points[at] ?? '')
        filled = Math.min(ORDER, filled + 1)
        let hash = 0
        for (let order = 1; order <= filled; order++) {
          hash = step(hash, window[ORDER - order] ?? 0)
          const slot = slotOf(keys, hash)
          if (order === 2 && counts[slot] === 0) {
            const context = (window[ORDER - 2] ?? 0) % PLANES
            kinds[context] = Math.min(65535, (kinds[context] ?? 0) + 1)
          }
          keys[slot] = fingerprint(hash)
          counts[slot] = (counts[slot] ?? 0) + 1
        }
        total++
      }
    }
  }
  return { keys, counts, kinds, total }
}

/** Code points are mixed in from the last to the first, so that longer runs extend shorter ones. */
function step(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x85ebca6b) + 0x9e3779b9
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35)
  return mixed ^ (mixed >>> 13)
}

function fingerprint(hash: number): number {
  return (hash | 1) >>> 0
}

/** The slot that holds a run, or the empty one where it would go. */
function slotOf(keys: Uint32Array, hash: number): number {
  const mask = keys.length - 1
  const key = fingerprint(hash)
  let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
  return slot
}

const codes = new Map<string, number>()

/** Folded code point of a character. */
function code(point: string): number {
  let found = codes.get(point)
  if (found === undefined) {
    found = keyOf(point).codePointAt(0) ?? 0
    codes.set(point, found)
  }
  return found
}

/** How often a run occurs. */
function countOf(model: NgramModel, run: readonly number[], from: number, to: number): number {
  let hash = 0
  for (let at = to - 1; at >= from; at--) hash = step(hash, run[at] ?? 0)
  return model.counts[slotOf(model.keys, hash)] ?? 0
}

/** Probability of the character at `at` after those from `from` on. */
function probability(model: NgramModel, run: readonly number[], from: number, at: number): number {
  let estimate = (countOf(model, run, at, at + 1) + 0.5) / (model.total + 5000)
  for (let start = at - 1; start >= Math.max(from, at - ORDER + 1); start--) {
    // What the language at large has of a pair stands behind what the sources have of it.
    if (start === at - 1) estimate *= Math.exp(general(run[start] ?? 0, run[at] ?? 0))
    const context = countOf(model, run, start, at)
    if (context === 0) break
    // The more different characters have followed, the more a new one is to be expected (Witten and Bell).
    const prior = start === at - 1 ? PRIOR + (model.kinds[(run[start] ?? 0) % PLANES] ?? 0) : PRIOR
    estimate = (countOf(model, run, start, at + 1) + prior * estimate) / (context + prior)
  }
  return estimate
}

/**
 * Log-likelihood ratio, in nats, of a head following this tail against its standing alone, by the
 * character runs of the sources.
 */
export function ngramGain(
  model: NgramModel,
  tail: readonly string[],
  head: readonly string[],
): number {
  const run = [...tail.slice(1 - ORDER), ...head.slice(0, ORDER - 1)].map(code)
  const cut = Math.min(ORDER - 1, tail.length)
  let gain = 0
  for (let at = cut; at < run.length; at++) {
    gain += Math.log(probability(model, run, 0, at) / probability(model, run, cut, at))
  }
  return gain
}

/** Least that the language at large may say against a pair: sources have words and misreadings of their own. */
const STRANGEST = -2.5

const pairs = new Map<number, number>()

/** How much oftener one character follows another in running text than it stands anywhere, in nats. */
function general(one: number, two: number): number {
  const key = one * 0x40000 + two
  let found = pairs.get(key)
  if (found === undefined) {
    const [first, second] = [String.fromCodePoint(one), String.fromCodePoint(two)]
    found = MARKS.test(second)
      ? 0
      : Math.max(STRANGEST, attraction(MARKS.test(first) ? MARK : first, second))
    pairs.set(key, found)
  }
  return found
}

const MARKS = /[^\p{L}\p{N}]/u
