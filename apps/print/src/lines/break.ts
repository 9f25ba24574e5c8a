import { type Candidate, linesFrom } from './candidates.ts'
import type { Item, Line, Measure } from './model.ts'
import { endMarks, pairedMarks } from './trim.ts'

/** The best way to set all items before one. */
interface Choice {
  readonly cost: number
  readonly line: Candidate
  /** Where the line begins. */
  readonly from: number
}

/**
 * Breaks a block into lines, all of them at once: a mark gives up its blank half where that takes a character in, before
 * lines are loosened, and the cost of all lines together is the least.
 */
export function breakLines(items: readonly Item[], measure: Measure): Line[] {
  const paired = pairedMarks(items)
  const best: (Choice | undefined)[] = []
  for (let from = 0; from < items.length; from += 1) {
    const before = from === 0 ? 0 : best[from]?.cost
    if (before === undefined) continue
    for (const line of linesFrom(items, paired, from, measure)) {
      const cost = before + line.cost
      if (cost >= (best[line.to]?.cost ?? Number.POSITIVE_INFINITY)) continue
      best[line.to] = { cost, line, from }
    }
  }
  const lines: Line[] = []
  for (let choice = best[items.length]; choice !== undefined; choice = best[choice.from])
    lines.unshift(lineOf(items, paired, choice))
  return lines
}

/** A chosen line with all its marks that stand without their blank halves. */
function lineOf(
  items: readonly Item[],
  paired: ReadonlySet<number>,
  { from, line: { to, spared, slack } }: Choice,
): Line {
  const halved = [...endMarks(items, paired, from, to), ...spared]
  for (let at = from; at < to; at += 1) if (paired.has(at)) halved.push(at)
  return { from, to, halved: halved.sort((a, b) => a - b), slack }
}
