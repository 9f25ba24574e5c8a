/** A stretch of a title between two places where a line may end. */
export interface Part {
  /** In pixels. */
  readonly size: number
  /** Whether it ends with a clause. */
  readonly closes: boolean
}

/** What it costs to end a line within a clause, in squares of characters that a line is off the mean. */
const WITHIN = 25

/** Rounding of the browser, in pixels. */
const SLACK = 0.5

interface Choice {
  readonly cost: number
  /** By line but the last: how many parts stand before its end. */
  readonly ends: readonly number[]
}

/**
 * Chooses where the lines of a title end: lines of like length, but a line had better end where a clause does, even if
 * it is then some characters shorter or longer.
 *
 * @param lines how many lines there are to be.
 * @param room length of a line, in pixels.
 * @param em size of a character, in pixels.
 * @returns how many parts stand before the end of each line but the last; undefined where the parts do not fit.
 */
export function balance(
  parts: readonly Part[],
  lines: number,
  room: number,
  em: number,
): readonly number[] | undefined {
  const mean = parts.reduce((sum, { size }) => sum + size, 0) / lines
  const costOf = (size: number, part: Part, isLast: boolean): number =>
    ((size - mean) / em) ** 2 + (part.closes || isLast ? 0 : WITHIN)
  // By number of parts that are set: the best choice for so many lines.
  let best = new Map<number, Choice>([[0, { cost: 0, ends: [] }]])
  for (let line = 1; line <= lines; line += 1) {
    const next = new Map<number, Choice>()
    for (const [from, choice] of best) {
      let size = 0
      for (const [at, part] of parts.entries()) {
        if (at < from) continue
        size += part.size
        if (size > room + SLACK) break
        const to = at + 1
        const isLast = to === parts.length
        if (isLast !== (line === lines)) continue
        const cost = choice.cost + costOf(size, part, isLast)
        if (cost >= (next.get(to)?.cost ?? Number.POSITIVE_INFINITY)) continue
        next.set(to, { cost, ends: isLast ? choice.ends : [...choice.ends, to] })
      }
    }
    best = next
  }
  return best.get(parts.length)?.ends
}
