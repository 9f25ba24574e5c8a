/** The same text in two places of a profile: columns `[a0, a1)` and `[b0, b1)`, a before b. */
export interface Pair {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

/** Columns of a profile, half-open. */
type Interval = readonly [start: number, end: number]

/** A block that occurs at different places in different witnesses. */
export interface Move {
  /** Where, ascending; at least two, that share no column. */
  readonly places: readonly Interval[]
}

/** Share of a block that must lie within another for the two to be one. */
const WITHIN = 0.25

/**
 * Makes moves of blocks, the longest first. A block of which another witness moved a part elsewhere
 * has more than two places; one that otherwise crosses a longer one is left out.
 */
export function movesOf(blocks: readonly Pair[]): Move[] {
  const moves: Interval[][] = []
  const longest = [...blocks].sort(
    (x, y) => y.a1 - y.a0 - (x.a1 - x.a0) || x.a0 - y.a0 || x.b0 - y.b0,
  )
  for (const { a0, a1, b0, b1 } of longest) {
    if (a1 > b0) continue
    const touched = moves.filter((places) =>
      places.some((p) => meet(p, [a0, a1]) || meet(p, [b0, b1])),
    )
    const [move] = touched
    if (move === undefined) {
      moves.push([
        [a0, a1],
        [b0, b1],
      ])
    } else if (touched.length === 1) extend(move, [a0, a1], [b0, b1])
  }
  for (const places of moves) places.sort((x, y) => x[0] - y[0])
  return moves
    .map((places) => ({ places }))
    .sort((x, y) => (x.places[0]?.[0] ?? 0) - (y.places[0]?.[0] ?? 0))
}

/** Adds the one place of a block to a move that has the other. */
function extend(places: Interval[], a: Interval, b: Interval): void {
  for (const [known, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const index = places.findIndex(
      (place) => shared(place, known) >= WITHIN * (known[1] - known[0]),
    )
    const place = places[index]
    if (place === undefined || places.some((p) => meet(p, other))) continue
    const joined: Interval = [Math.min(place[0], known[0]), Math.max(place[1], known[1])]
    if (meet(joined, other) || places.some((p, i) => i !== index && meet(p, joined))) continue
    places[index] = joined
    places.push(other)
    return
  }
}

function meet(x: Interval, y: Interval): boolean {
  return shared(x, y) > 0
}

function shared([a0, a1]: Interval, [b0, b1]: Interval): number {
  return Math.max(0, Math.min(a1, b1) - Math.max(a0, b0))
}
