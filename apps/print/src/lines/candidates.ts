import { LatinRoom } from './latin-room.ts'
import { gapsOf, NoteRoom } from './note-room.ts'
import type { Item, Measure } from './model.ts'
import { endMarks, isTrimmed, rankOf } from './trim.ts'

/** Looseness that costs 1, as a share of the em for each gap: above it a reader sees that a line is spaced out. */
const LOOSE = 0.025

/** Cost of a halved mark: a line had better be loosened by 1.4 % than lose one. */
const HALVED = 0.3

/** Cost of a last line with one character on it: less than of a line before it at 1.2 em a character (64). */
const SINGLE = 40

/** Looseness beyond which a line counts as blown apart (1.12 em a character), and what each such line costs besides. */
const [APART, BLOWN] = [0.12, 1000]

/** Rounding of the browser, in pixels. */
const SLACK = 0.02

/** A line that may be chosen. */
export interface Candidate {
  /** The item before which it ends. */
  readonly to: number
  /** Marks within it that stand without their blank halves so that it fits. */
  readonly spared: readonly number[]
  /** Room that is left to be filled. */
  readonly slack: number
  readonly cost: number
}

/** The lines that may begin with an item; one that is too long where no other fits. */
export function linesFrom(
  items: readonly Item[],
  paired: ReadonlySet<number>,
  from: number,
  measure: Measure,
): Candidate[] {
  const length = measure.length - (from === 0 ? measure.indent : 0)
  const found: Candidate[] = []
  const room = new LatinRoom(measure.em)
  const notes = new NoteRoom(items)
  let [width, blanks] = [0, 0]
  for (let at = from; at < items.length; at += 1) {
    const item = items[at]
    if (item === undefined) break
    if (at > from) room.add(item)
    const isPaired = paired.has(at)
    const isNothing = at === from && item.kind === 'space'
    const own = isNothing ? 0 : notes.widthOf(at, from)
    width += item.lead + (at === from ? 0 : item.gap) + own - (isPaired ? item.blank : 0)
    if (at === from && !isPaired && isTrimmed(item.kind, 'head')) width -= item.blank
    if (!isPaired && at > from && item.kind !== 'exclaiming') blanks += item.blank
    const to = at + 1
    if (to < items.length && items[to]?.breaks !== true) {
      if (width - blanks > length + SLACK && found.length > 0) break
      continue
    }
    const fit = fitted(items, paired, { from, to, slack: length - width })
    if (fit === undefined) {
      if (found.length === 0) found.push(tooLong(to, width - length))
      break
    }
    const last = to === items.length
    const loose = last
      ? 0
      : Math.max(0, fit.slack - room.spaces - room.gaps) /
        (Math.max(1, gapsOf(items, from, to)) * measure.em)
    const single = last && from > 0 && countLetters(items, from, to) < 2 ? SINGLE : 0
    found.push({ to, ...fit, cost: costOf(loose) + fit.spared.length * HALVED + single })
  }
  return found
}

const tooLong = (to: number, over: number): Candidate => ({
  to,
  spared: [],
  slack: 0,
  cost: BLOWN * (1 + over),
})

const costOf = (loose: number): number => (loose / LOOSE) ** 2 + (loose > APART ? BLOWN * loose : 0)

/**
 * Halves marks of a line as needed; undefined where it does not fit.
 *
 * @param line its items, and the room that they leave, the mark at the end whole.
 */
function fitted(
  items: readonly Item[],
  paired: ReadonlySet<number>,
  line: { readonly from: number; readonly to: number; readonly slack: number },
): Pick<Candidate, 'spared' | 'slack'> | undefined {
  const { from, to } = line
  const trimmed = endMarks(items, paired, from, to)
  let { slack } = line
  for (const at of trimmed) if (at !== from) slack += items[at]?.blank ?? 0
  if (slack >= -SLACK) return { spared: [], slack }
  const spared: number[] = []
  for (const at of spareMarks(items, paired, from, to)) {
    if (trimmed.includes(at)) continue
    spared.push(at)
    slack += items[at]?.blank ?? 0
    if (slack >= -SLACK) return { spared, slack }
  }
  return undefined
}

/** Marks of a line that can give up their blank half, in the order in which they do. */
function spareMarks(
  items: readonly Item[],
  paired: ReadonlySet<number>,
  from: number,
  to: number,
): number[] {
  const found: { readonly at: number; readonly rank: number }[] = []
  for (let at = from; at < to; at += 1) {
    const item = items[at]
    if (item === undefined || item.blank === 0 || item.kind === 'exclaiming') continue
    if (!paired.has(at)) found.push({ at, rank: rankOf(item) })
  }
  return found.sort((a, b) => a.rank - b.rank || a.at - b.at).map(({ at }) => at)
}

function countLetters(items: readonly Item[], from: number, to: number): number {
  let letters = 0
  for (const item of items.slice(from, to)) {
    if (item.kind === 'letter' || item.kind === 'box') letters += 1
    if (item.kind === 'word') letters += 2
  }
  return letters
}
