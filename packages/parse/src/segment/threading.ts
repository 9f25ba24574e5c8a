import { linksOf } from './links.ts'
import { isByline, isNameLine, isNumbered, isSubtitle } from './marks.ts'
import type { NgramModel } from './ngrams.ts'
import type { Survey } from './survey.ts'
import { textOf } from './syntax.ts'
import { chainsOf } from './threads.ts'
import type { Thread } from './works.ts'

/** Follows the best links of every source into threads. */
export function threadsOf(surveys: readonly Survey[], model: NgramModel): Thread[] {
  const threads: Thread[] = []
  for (const [source, survey] of surveys.entries()) {
    const { page, repeats } = survey
    for (const chain of chainsOf(page.atoms.length, linksOf(survey, model))) {
      if (chain.atoms.length === 1 && (repeats[chain.atoms[0] ?? 0] ?? -1) >= 0) continue
      const length = chain.atoms.reduce((sum, index) => {
        const atom = page.atoms[index]
        return sum + (atom === undefined ? 0 : atom.to - atom.from)
      }, 0)
      threads.push({
        id: threads.length,
        source,
        atoms: chain.atoms,
        links: chain.links,
        titles: titleCount(survey, chain.atoms),
        length,
      })
    }
  }
  return threads
}

/** How many atoms at the beginning of a thread are headlines. */
export function titleCount({ page, heads, named }: Survey, atoms: readonly number[]): number {
  let count = 0
  for (const index of atoms) {
    const atom = page.atoms[index]
    if (atom === undefined || (heads[index] ?? 0) <= 0) break
    const text = textOf(page, atom)
    if (count === 0 && isSubtitle(text)) break
    if (isByline(text) || isNameLine(text)) break
    if (isNumbered(text) && atom.level === 0 && named[index] !== true) break
    count++
  }
  return count
}
