import { titleLikeness } from '../match/affinity.ts'
import { foldText } from '../page/content.ts'
import {
  isBracketedDateline,
  isByline,
  isNameLine,
  isNumbered,
  opensWithDateline,
} from '../page/marks.ts'
import { textOf } from '../page/syntax.ts'
import type { Page } from '../page/types.ts'

/** Shortest headline that is taken for a repetition where it does not stand next to the first. */
const DISTINCT = 6
/** The same where the first is surely a headline. */
const SHORTEST = 3
const LONGEST = 90

/**
 * Headlines that stand a second time in one source, by atom: the index of the first, else -1.
 * Newspapers repeat them where an article goes on, web pages where template and text both have them.
 */
export function repeatedHeads(page: Page, heads: readonly number[]): readonly number[] {
  const first = new Map<string, number>()
  return page.atoms.map((atom, index) => {
    const length = atom.to - atom.from
    if (length > LONGEST) return -1
    const text = foldText(textOf(page, atom))
    const known =
      first.get(text) ?? ((heads[index] ?? 0) > 0 ? misread(page, first, text, index) : undefined)
    if (known === undefined) {
      if ((heads[index] ?? 0) > 0) first.set(text, index)
      return -1
    }
    const score = heads[index] ?? 0
    if ((score <= -9 && length >= DISTINCT) || isNumbered(textOf(page, atom))) return -1
    if (score > 0 && opensAnew(page, heads, known, index)) return -1
    const sure = (heads[known] ?? 0) > 0 && length >= SHORTEST
    return length >= DISTINCT || known === index - 1 || sure ? known : -1
  })
}

/** Least likeness of a headline over a text that comes from another page and the first, misread characters aside. */
const LIKE = 0.75

/** The first headline that one over a text from another page repeats with another reading. */
function misread(
  page: Page,
  first: ReadonlyMap<string, number>,
  text: string,
  index: number,
): number | undefined {
  if (page.atoms[index + 1]?.jumpIn == null || text.length < DISTINCT) return undefined
  for (const [other, at] of first) {
    if (Math.abs(other.length - text.length) * 4 > text.length) continue
    if (titleLikeness(other, text) >= LIKE) return at
  }
  return undefined
}

/** Whether a headline that stood before stands over another text here: one that opens as articles do. */
function opensAnew(page: Page, heads: readonly number[], known: number, index: number): boolean {
  const next = page.atoms[index + 1]
  if (next === undefined || page.atoms[index]?.jumpIn !== null || next.jumpIn !== null) return false
  // A page and its template have the same headline one upon the other.
  const between = page.atoms.slice(known + 1, index)
  const written = between.reduce((sum, { from, to }) => sum + to - from, 0)
  if (written < PARAGRAPH || between.every(({ index: at }) => (heads[at] ?? 0) > 0)) return false
  const text = textOf(page, next)
  return opensWithDateline(text) || isBracketedDateline(text) || isByline(text) || isNameLine(text)
}

/** Content characters that are a text under a headline, at least. */
const PARAGRAPH = 40
