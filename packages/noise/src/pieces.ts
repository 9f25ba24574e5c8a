import { type Glyph, widthOf } from './glyphs.ts'
import type { ScrambleOptions } from './options.ts'
import type { Random } from './random.ts'

/** What stands of one article in one column. */
export interface Piece {
  readonly work: number
  readonly head: boolean
  /** Lines or paragraphs, each a run of glyphs. */
  readonly lines: readonly (readonly Glyph[])[]
  readonly last: boolean
  readonly lost: boolean
}

/** Cuts the lines of one article into pieces of a column each; unwrapped lines anywhere. */
export function cutIntoPieces(
  work: number,
  lines: readonly (readonly Glyph[])[],
  measure: number,
  dice: Random,
  options: ScrambleOptions,
): Piece[] {
  const total = lines.reduce((sum, line) => sum + line.length, 0)
  const count = 1 + dice.below(Math.max(1, Math.min(4, Math.floor(total / 140))))
  const cuts = Array.from({ length: count - 1 }, () => 40 + dice.below(Math.max(1, total - 70)))
  cuts.sort((a, b) => a - b)
  const pieces: (readonly Glyph[])[][] = [[]]
  let done = 0
  for (const line of lines) {
    let rest = line
    while (cuts.length > 0 && (cuts[0] ?? 0) < done + rest.length) {
      const at = (cuts.shift() ?? 0) - done
      // Columns of wrapped text end with a whole line.
      const keep = measure > 0 ? rest.length : at
      const before = rest.slice(0, keep)
      if (before.length > 0) pieces.at(-1)?.push(before)
      done += before.length
      rest = rest.slice(keep)
      if ((pieces.at(-1)?.length ?? 0) > 0 && pieces.flat().length > 1) pieces.push([])
    }
    if (rest.length > 0) pieces.at(-1)?.push(rest)
    done += rest.length
  }
  const kept = pieces.filter((piece) => piece.some((line) => line.length > 0))
  return kept.map((piece, index) => ({
    work,
    head: index === 0,
    lines: piece.map(trimGlyphs).filter((line) => line.length > 0),
    last: index === kept.length - 1,
    lost: index > 0 && index < kept.length - 1 && dice.chance(options.loss),
  }))
}

function trimGlyphs(line: readonly Glyph[]): readonly Glyph[] {
  let [start, end] = [0, line.length]
  while (start < end && line[start]?.point === ' ') start++
  while (end > start && line[end - 1]?.point === ' ') end--
  return line.slice(start, end)
}

/** Puts the columns of a page one after another, each article in its own order. */
export function interleave(columns: readonly (readonly Piece[])[], dice: Random): Piece[] {
  const next = columns.map(() => 0)
  const page: Piece[] = []
  for (;;) {
    const open = columns.flatMap((pieces, index) =>
      (next[index] ?? 0) < pieces.length ? [index] : [],
    )
    if (open.length === 0) return page
    // An article begins where another rests: two or three run side by side.
    const running = open.filter((index) => (next[index] ?? 0) > 0)
    const fresh = open.find((index) => next[index] === 0)
    const wide = running.length < 1 + dice.below(3)
    const column =
      fresh !== undefined && wide ? fresh : dice.pick(running.length > 0 ? running : open)
    const piece = columns[column]?.[next[column] ?? 0]
    next[column] = (next[column] ?? 0) + 1
    if (piece !== undefined) page.push(piece)
  }
}

/** Whether two pieces can stand side by side: of two articles, and long enough to be columns. */
export function mayPair(one: Piece, two: Piece, measure: number): boolean {
  if (one.lost || two.lost || one.work === two.work) return false
  const fits = ({ lines }: Piece): boolean =>
    lines.every(
      (line) => line.reduce((sum, { point }) => sum + widthOf(point), 0) <= measure * 2 + 2,
    )
  if (!fits(one) || !fits(two)) return false
  return Math.min(one.lines.length, two.lines.length) >= 7
}
