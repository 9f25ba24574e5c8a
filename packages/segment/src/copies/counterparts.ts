import type { Match } from '../match/matches.ts'

/** A line of a copy, by its place in the content of its source. */
export interface CopyLine {
  /** Half-open range of content characters. */
  readonly from: number
  readonly to: number
}

/** What another copy has where a line stands. */
export type Counterpart =
  /** The same line, by its index. */
  | { readonly kind: 'line'; readonly line: number }
  /** Its beginning, inside a line of that index. */
  | { readonly kind: 'inside'; readonly line: number }
  /** What stands around it, but not the line; `edge` where nothing that both have stands before it. */
  | { readonly kind: 'lacking'; readonly edge: boolean }

/** Content characters between two places of agreement within which lines are compared. */
const REACH = 240
/** What a copy lacks of more content characters than this is a passage or a text, of which nothing is said. */
const PASSAGE = 120
/** Places that noise shifts against one another differ by so many characters, at most. */
const DRIFT = 4
/** Share of its characters that a line has in common with its like, at least, in order. */
const ALIKE = 0.5

/**
 * What another copy has at each line of a source; null where nothing is known, since what stands around the line stands
 * apart there or not at all.
 *
 * A line whose characters are matched has its counterpart where they lead. Others lie in a stretch between two places of
 * agreement, and are compared with the lines of the stretch that the other copy has between these.
 *
 * @param matches shared runs with this other copy, by place
 */
export function counterparts(
  lines: readonly CopyLine[],
  codes: Int32Array,
  otherLines: readonly CopyLine[],
  otherCodes: Int32Array,
  matches: readonly Match[],
): (Counterpart | null)[] {
  const places = placesOf(codes.length, matches)
  const found = lines.map((line) => matchedLine(line, places, otherLines))
  for (let at = 0; at < lines.length; at++) {
    if (found[at] !== null) continue
    let end = at + 1
    while (end < lines.length && found[end] === null) end++
    const gap = gapOf(lines, at, end, places, otherCodes.length)
    const own = { lines: lines.slice(at, end), codes }
    if (gap !== null)
      found.splice(at, end - at, ...compared(own, { lines: otherLines, codes: otherCodes }, gap))
    at = end
  }
  return found
}

/** Where each content character stands in the other copy, by the longest run that has it; -1 where none has. */
function placesOf(length: number, matches: readonly Match[]): Int32Array {
  const places = new Int32Array(length).fill(-1)
  for (const { at, length: run, otherAt } of matches.toSorted((a, b) => a.length - b.length)) {
    for (let step = 0; step < run; step++) places[at + step] = otherAt + step
  }
  return places
}

/** The counterpart of a line most of which is matched. */
function matchedLine(
  { from, to }: CopyLine,
  places: Int32Array,
  others: readonly CopyLine[],
): Counterpart | null {
  let [known, first] = [0, -1]
  for (let at = from; at < to; at++) {
    if ((places[at] ?? -1) < 0) continue
    known += 1
    if (first < 0) first = at
  }
  if (first < 0 || known * 2 < Math.min(to - from, REACH) || first - from > REACH) return null
  const begins = (places[first] ?? 0) - (first - from)
  if (to - from < BESIDE && !amongItsOwn(places, from, to, begins)) return null
  const line = lineAt(others, Math.max(0, begins))
  const drift = first === from ? 0 : DRIFT
  for (const index of [line, line + 1]) {
    const other = others[index]
    if (other !== undefined && Math.abs(other.from - begins) <= drift)
      return { kind: 'line', line: index }
  }
  return line < 0 ? null : { kind: 'inside', line }
}

/** Whether what stands beside a short line stands beside it in the other copy too: else that has its like elsewhere. */
function amongItsOwn(places: Int32Array, from: number, to: number, begins: number): boolean {
  const near = (at: number): boolean => {
    const place = places[at] ?? -1
    return place >= 0 && Math.abs(place - begins - (at - from)) <= INSERTED
  }
  let [known, own] = [0, 0]
  for (let at = Math.max(0, from - BESIDE); at < Math.min(places.length, to + BESIDE); at++) {
    if ((at >= from && at < to) || (places[at] ?? -1) < 0) continue
    known += 1
    if (near(at)) own += 1
  }
  return own * 3 >= known
}

/** Index of the last line that begins at or before a place. */
function lineAt(lines: readonly CopyLine[], place: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.from ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}

interface Gap {
  readonly from: number
  readonly to: number
  readonly edge: boolean
}

/** The stretch of the other copy that answers to some lines; null where their surroundings stand apart there. */
function gapOf(
  lines: readonly CopyLine[],
  first: number,
  end: number,
  places: Int32Array,
  otherLength: number,
): Gap | null {
  const from = lines[first]?.from ?? 0
  const to = lines[end - 1]?.to ?? from
  let before = from - 1
  while (before >= 0 && from - before <= REACH && (places[before] ?? -1) < 0) before--
  let after = to
  while (after < places.length && after - to <= REACH && (places[after] ?? -1) < 0) after++
  const begins =
    before < 0 ? 0 : anchored(places, before, -1) ? (places[before] ?? 0) + (from - before) : null
  const ends =
    after >= places.length
      ? otherLength
      : anchored(places, after, 1)
        ? (places[after] ?? 0) - (after - to)
        : null
  // The edges of two files alone say nothing: they may be two texts.
  if (begins === null || ends === null || (before < 0 && after >= places.length)) return null
  if (ends < begins - DRIFT || ends - begins > REACH) return null
  return { from: begins, to: ends, edge: before < 0 }
}

/** Content characters beside a stretch that show whether two copies have the same text there, and how many must be shared. */
const BESIDE = 48
const SHARED = 16
/** Content characters of furniture that may stand within them. */
const INSERTED = 64

/** Whether the text on one side of a place is that of the other copy, not a formula that both have. */
function anchored(places: Int32Array, at: number, step: 1 | -1): boolean {
  const length = step > 0 ? Math.min(BESIDE, places.length - at) : Math.min(BESIDE, at + 1)
  let [known, run] = [0, 0]
  for (let index = 0; index < length; index++) {
    const place = places[at + index * step] ?? -1
    if (place < 0) continue
    known += 1
    const drift = Math.abs(place - (places[at] ?? 0) - index * step)
    if (drift <= INSERTED) run += 1
  }
  return (places[at] ?? -1) >= 0 && known * 2 >= length && run >= Math.min(SHARED, length)
}

interface Copy {
  readonly lines: readonly CopyLine[]
  readonly codes: Int32Array
}

/** What another copy has at some lines: those of a gap are paired with them in order, where they are most alike. */
function compared(own: Copy, other: Copy, { from, to, edge }: Gap): (Counterpart | null)[] {
  const theirs: number[] = []
  for (let at = Math.max(0, lineAt(other.lines, from - DRIFT)); at < other.lines.length; at++) {
    const line = other.lines[at]
    if (line === undefined || line.from >= to + DRIFT) break
    if (line.from >= from - DRIFT) theirs.push(at)
  }
  const pairs = inOrder(own.lines.length, theirs.length, (row, column) => {
    const [one, two] = [own.lines[row], other.lines[theirs[column] ?? -1]]
    if (one === undefined || two === undefined) return 0
    const share = likeness(
      own.codes.subarray(one.from, one.to),
      other.codes.subarray(two.from, two.to),
    )
    return share < ALIKE ? 0 : share
  })
  const whole = (own.lines.at(-1)?.to ?? 0) - (own.lines[0]?.from ?? 0)
  return own.lines.map((_, row): Counterpart | null => {
    const line = theirs[pairs.get(row) ?? -1]
    if (line !== undefined) return { kind: 'line', line }
    return whole <= PASSAGE ? { kind: 'lacking', edge } : null
  })
}

/** The pairs of rows and columns, both rising, with the greatest sum of gains. */
function inOrder(
  rows: number,
  columns: number,
  gain: (row: number, column: number) => number,
): Map<number, number> {
  const width = columns + 1
  const best = new Float64Array((rows + 1) * width)
  const gains = new Float64Array(rows * columns)
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const own = gain(row, column)
      gains[row * columns + column] = own
      best[row * width + column] = Math.max(
        best[(row + 1) * width + column] ?? 0,
        best[row * width + column + 1] ?? 0,
        own > 0 ? own + (best[(row + 1) * width + column + 1] ?? 0) : 0,
      )
    }
  }
  const pairs = new Map<number, number>()
  for (let [row, column] = [0, 0]; row < rows && column < columns; ) {
    const here = best[row * width + column] ?? 0
    const own = gains[row * columns + column] ?? 0
    if (own > 0 && here === own + (best[(row + 1) * width + column + 1] ?? 0))
      pairs.set(row++, column++)
    else if (here === (best[(row + 1) * width + column] ?? 0)) row++
    else column++
  }
  return pairs
}

/** Share of the characters of two lines that both have, in order: twice their common part over all. */
function likeness(one: Int32Array, two: Int32Array): number {
  if (one.length === 0 || two.length === 0) return 0
  const [left, right] = [one.subarray(0, REACH), two.subarray(0, REACH)]
  let row = new Int32Array(right.length + 1)
  for (const code of left) {
    const next = new Int32Array(right.length + 1)
    for (let at = 0; at < right.length; at++) {
      next[at + 1] =
        code === right[at] ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0)
    }
    row = next
  }
  return (2 * (row[right.length] ?? 0)) / (left.length + right.length)
}
