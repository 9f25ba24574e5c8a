import { foldText } from './content.ts'
import { textOf } from './syntax.ts'
import type { Page } from './types.ts'

/** Shortest headline that is taken for a repetition where it does not stand next to the first. */
const DISTINCT = 6

/**
 * Headlines that stand a second time in one source, by atom: the index of the first, else -1.
 * Newspapers repeat them where an article goes on, web pages where template and text both have them.
 */
export function repeatedHeads(page: Page, heads: readonly number[]): readonly number[] {
  const first = new Map<string, number>()
  return page.atoms.map((atom, index) => {
    if ((heads[index] ?? 0) <= 0) return -1
    const text = foldText(textOf(page, atom))
    const known = first.get(text)
    if (known === undefined) {
      first.set(text, index)
      return -1
    }
    return text.length >= DISTINCT || known === index - 1 ? known : -1
  })
}
