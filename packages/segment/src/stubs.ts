import { DISORDER, DOUBTFUL } from './evidence.ts'
import type { Ending } from './syntax.ts'
import type { Page } from './types.ts'

/** Log-odds of a headline for a line that is the beginning of a sentence. */
export const CUT_SHORT = -3

/** Log-odds of what is surely a headline. */
const SURE = 4

/** What is observed of the lines of a page, by atom, and how well it keeps its order. */
interface Lines {
  readonly page: Page
  /** Log-odds of being a headline. */
  readonly heads: readonly number[]
  readonly endings: readonly Ending[]
  readonly flow: number
}

/**
 * On a page out of order a short line that stands as near to the text before it as to a sure headline after it is
 * the first line of a paragraph, cut off by the article below, and no line of its headline.
 */
export function runsInto({ page, heads, endings, flow }: Lines, at: number): boolean {
  const [atom, next] = [page.atoms[at], page.atoms[at + 1]]
  if (atom === undefined || next === undefined || flow >= DISORDER || at === 0) return false
  if ((heads[at] ?? 0) > DOUBTFUL || (heads[at + 1] ?? 0) < SURE || atom.bold) return false
  return endings[at - 1] === 'final' && (heads[at - 1] ?? 0) <= 0 && atom.gap <= next.gap
}
