import { collate } from '@huijiao/collate'
import { isContent, keyOf } from '@huijiao/text'

/** A text as matching keys, without marks. */
export const keysOf = (text: string): string[] => Array.from(text).filter(isContent).map(keyOf)

/** Characters of the reading text on each side of a locus that its place in the truth is known by. */
const AROUND = 10
/** Characters by which the true reading may be longer than the longest of the witnesses, or begin elsewhere. */
const SLACK = 6

/** Says of any reading of a place whether the truth has it there. */
export type Verdict = (reading: readonly string[]) => boolean

/**
 * Lays a reading text beside the truth.
 *
 * @returns for the half-open range of a locus in the reading text: which readings are right there. A reading is
 * right where no other text, attested or not, would fit better between the words around it.
 */
export function laidBeside(
  text: readonly string[],
  truth: readonly string[],
): (start: number, end: number, longest: number) => Verdict {
  const places = placesIn(text, truth)
  return (start, end, longest) => {
    const left = text.slice(Math.max(0, start - AROUND), start)
    const right = text.slice(end, end + AROUND)
    const from = (places[start - left.length] ?? truth.length) - SLACK
    const to = (places[end + right.length] ?? truth.length) + SLACK + longest
    const window = truth.slice(Math.max(0, from), to)
    const before = costs(new Float64Array(window.length + 1), left, window)
    const after = reversed(right, window)
    const anything = cheapest(before, after, (i, j) => j >= i && j - i <= longest + SLACK)
    return (reading) => {
      const through = costs(before, reading, window)
      return cheapest(through, after, (i, j) => i === j) <= anything
    }
  }
}

/** For each place of the text, and its end, the place of the truth that it falls on. */
function placesIn(text: readonly string[], truth: readonly string[]): Int32Array {
  const tokens = (of: readonly string[]): { t: string; n: string }[] => of.map((n) => ({ t: n, n }))
  const { units } = collate([
    { siglum: 'text', tokens: tokens(text) },
    { siglum: 'truth', tokens: tokens(truth) },
  ])
  const places = new Int32Array(text.length + 1).fill(-1)
  places[text.length] = truth.length
  for (const { spans } of units) {
    const [[a, b] = [0, 0], [c, d] = [0, 0]] = spans
    for (let i = a; i < b; i += 1) places[i] = Math.min(c + i - a, d)
  }
  for (let i = text.length - 1; i >= 0; i -= 1)
    if ((places[i] ?? -1) < 0) places[i] = places[i + 1] ?? 0
  return places
}

/** Cost of every end in the window after some characters more, from that of every end before them. */
function costs(
  before: Float64Array,
  characters: readonly string[],
  window: readonly string[],
): Float64Array {
  let row = before
  for (const c of characters) {
    const next = new Float64Array(row.length)
    next[0] = (row[0] ?? 0) + 1
    for (let j = 1; j < row.length; j += 1) {
      const same = window[j - 1] === c ? 0 : 1
      next[j] = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same)
    }
    row = next
  }
  return row
}

/** Cost of the characters from every place of the window on. */
function reversed(characters: readonly string[], window: readonly string[]): Float64Array {
  const empty = new Float64Array(window.length + 1)
  return costs(empty, characters.toReversed(), window.toReversed()).reverse()
}

function cheapest(
  before: Float64Array,
  after: Float64Array,
  may: (i: number, j: number) => boolean,
): number {
  let best = Number.POSITIVE_INFINITY
  for (const [i, b] of before.entries()) {
    for (const [j, a] of after.entries()) if (may(i, j)) best = Math.min(best, b + a)
  }
  return best
}

/** How many characters part two texts: those of places that differ, the longer side counted. */
export function edits(text: readonly string[], truth: readonly string[]): number {
  const tokens = (of: readonly string[]): { t: string; n: string }[] => of.map((n) => ({ t: n, n }))
  const { units } = collate([
    { siglum: 'text', tokens: tokens(text) },
    { siglum: 'truth', tokens: tokens(truth) },
  ])
  return units
    .filter(({ equal }) => !equal)
    .reduce((sum, { spans }) => sum + Math.max(...spans.map(([a, b]) => b - a)), 0)
}
