import { foldText } from './content.ts'
import { isNumbered } from './marks.ts'
import { textOf } from './syntax.ts'
import type { Page } from './types.ts'

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
    const known = first.get(text)
    if (known === undefined) {
      if ((heads[index] ?? 0) > 0) first.set(text, index)
      return -1
    }
    const score = heads[index] ?? 0
    if ((score <= -9 && length >= DISTINCT) || isNumbered(textOf(page, atom))) return -1
    const sure = (heads[known] ?? 0) > 0 && length >= SHORTEST
    return length >= DISTINCT || known === index - 1 || sure ? known : -1
  })
}
