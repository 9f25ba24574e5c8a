import type { WorkSpec } from '@huijiao/model'
import { titleAffinities, titleLikeness } from '../match/affinity.ts'
import { assign } from '../order/assign.ts'
import { foldText } from '../page/content.ts'
import { DECREED } from '../word/word.ts'

/** A work as found, before it has a name. */
export interface FoundWork {
  /** Folded headlines, the most attested first. */
  readonly titles: readonly string[]
  readonly body: string
  /** Specifications that quote it, by index. */
  readonly labels: ReadonlySet<number>
}

/** For each found work the index of its specification, or -1. */
export function matchSpecs(works: readonly FoundWork[], specs: readonly WorkSpec[]): number[] {
  const affinities = titleAffinities(
    specs.map((spec) => foldText(spec.title)),
    works.map((work) => work.body + work.titles.join('')),
  )
  const pairs = specs.flatMap((spec, row) =>
    works.map((work, column) => ({
      row,
      column,
      gain:
        titleGain(spec, work) +
        8 * (affinities[row]?.[column] ?? 0) +
        Math.min(2, Math.log10(1 + work.body.length) / 2) +
        (work.labels.has(row) ? DECREED : 0),
    })),
  )
  const result = works.map(() => -1)
  for (const { row, column } of assign(specs.length, works.length, pairs)) result[column] = row
  return result
}

function titleGain(spec: WorkSpec, work: FoundWork): number {
  const wanted = foldText(spec.title)
  let best = 0
  for (const title of work.titles) {
    const likeness = Math.max(
      titleLikeness(wanted, title),
      title.startsWith(wanted) || wanted.startsWith(title) ? 0.95 : 0,
    )
    best = Math.max(best, likeness)
  }
  if (best >= 0.6) return 30 * best
  // A work with a headline of its own is hardly the one whose title the sources lack.
  return work.titles.length > 0 ? -4 : 0
}
