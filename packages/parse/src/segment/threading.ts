import { linksOf } from './links.ts'
import { isByline, isNameLine, isNumbered, isSubtitle } from './marks.ts'
import type { NgramModel } from './ngrams.ts'
import { decree, type Overrides } from './overrides.ts'
import type { Survey } from './survey.ts'
import { textOf } from './syntax.ts'
import { type Chain, chainsOf } from './threads.ts'
import type { Thread } from './works.ts'

/** Follows the best links of every source into threads. */
export function threadsOf(
  surveys: readonly Survey[],
  model: NgramModel,
  { labels, joins }: Overrides,
): Thread[] {
  const threads: Thread[] = []
  for (const [source, survey] of surveys.entries()) {
    const { page, repeats } = survey
    const links = decree(
      linksOf(survey, model),
      joins.filter((join) => join.source === source),
    )
    const chains = chainsOf(page.atoms.length, links)
    for (const chain of chains.flatMap((whole) => partLabels(whole, source, labels))) {
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
        label: labelOf(chain.atoms, source, labels),
        gaps: joins.flatMap((join) => (join.source === source && join.lacuna ? [join.to] : [])),
      })
    }
  }
  return threads
}

/** The work that the editor says a chain belongs to; null where nothing is said. */
function labelOf(
  atoms: readonly number[],
  source: number,
  labels: ReadonlyMap<string, number>,
): number | null {
  for (const atom of atoms) {
    const label = labels.get(`${source}:${atom}`)
    if (label !== undefined) return label
  }
  return null
}

/** Cuts a chain at its weakest link wherever the editor has its parts in two works. */
function partLabels(chain: Chain, source: number, labels: ReadonlyMap<string, number>): Chain[] {
  let known: { at: number; label: number } | null = null
  for (const [at, atom] of chain.atoms.entries()) {
    const label = labels.get(`${source}:${atom}`)
    if (label === undefined) continue
    if (known !== null && known.label !== label) {
      let cut = at
      for (let other = at; other > known.at; other--) {
        if ((chain.links[other]?.gain ?? 0) < (chain.links[cut]?.gain ?? 0)) cut = other
      }
      const rest = { atoms: chain.atoms.slice(cut), links: [null, ...chain.links.slice(cut + 1)] }
      const head = { atoms: chain.atoms.slice(0, cut), links: chain.links.slice(0, cut) }
      return [head, ...partLabels(rest, source, labels)]
    }
    known = { at, label }
  }
  return [chain]
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
