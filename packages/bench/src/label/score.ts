import { BEGINS, FURNITURE, type Label, type Labelled } from '@huijiao/segment/label'
import type { LabelCase } from './case.ts'

/** Sums over sources of how well works were told apart. */
export interface WorkScore {
  /** B-cubed: for each letter of a work, the share of its found work that is truly of it, and the reverse; sums. */
  readonly precision: number
  readonly recall: number
  readonly letters: number
  /** Works that a found work covers with a Jaccard index of 0.9 at least, and all. */
  readonly whole: number
  readonly works: number
}

export const NOTHING: WorkScore = { precision: 0, recall: 0, letters: 0, whole: 0, works: 0 }

export function addScores(one: WorkScore, two: WorkScore): WorkScore {
  return {
    precision: one.precision + two.precision,
    recall: one.recall + two.recall,
    letters: one.letters + two.letters,
    whole: one.whole + two.whole,
    works: one.works + two.works,
  }
}

/** Which found work each line belongs to: null for furniture. */
export function worksOf(labels: readonly Label[]): (number | null)[] {
  let work = -1
  return labels.map((label) => {
    // A file may begin with a heading, in the middle of a work that has a file for each part.
    if (BEGINS.has(label) || (work < 0 && !FURNITURE.has(label))) work += 1
    return FURNITURE.has(label) ? null : work
  })
}

/** A headline begins an article: a line of at most 14 characters after one that ends in a mark. The rule to beat. */
export function headlineRule({ lines }: LabelCase): (number | null)[] {
  let work = 0
  return lines.map(({ text }, at) => {
    const before = lines[at - 1]?.text ?? ''
    if (Array.from(text).length <= 14 && /[。、）！？]$/u.test(before)) work += 1
    return work
  })
}

/** Scores found works against the truth, over the characters that are no white space. */
export function scoreWorks(
  { lines, works, points }: LabelCase,
  found: readonly (number | null)[],
): WorkScore {
  const sizes = lines.map(
    ({ start, end }) => points.slice(start, end).filter((point) => /\S/u.test(point)).length,
  )
  const truths = new Map<string, number>()
  const clusters = new Map<number, number>()
  const both = new Map<string, Map<number, number>>()
  let letters = 0
  for (const [at, size] of sizes.entries()) {
    const [truth, cluster] = [works[at] ?? null, found[at] ?? null]
    if (cluster !== null) clusters.set(cluster, (clusters.get(cluster) ?? 0) + size)
    if (truth === null) continue
    letters += size
    truths.set(truth, (truths.get(truth) ?? 0) + size)
    if (cluster === null) continue
    const shared = both.get(truth) ?? new Map<number, number>()
    both.set(truth, shared.set(cluster, (shared.get(cluster) ?? 0) + size))
  }
  let [precision, recall, whole] = [0, 0, 0]
  for (const [truth, size] of truths) {
    let best = 0
    for (const [cluster, common] of both.get(truth) ?? []) {
      const filled = clusters.get(cluster) ?? 1
      precision += (common * common) / filled
      recall += (common * common) / size
      best = Math.max(best, common / (filled + size - common))
    }
    if (best >= 0.9) whole += 1
  }
  return { precision, recall, letters, whole, works: truths.size }
}

/** The shares, rounded: precision, recall, their harmonic mean, whole works. */
export function figures({ precision, recall, letters, whole, works }: WorkScore): {
  precision: number
  recall: number
  f: number
  whole: number
} {
  const [p, r] = [precision / Math.max(1, letters), recall / Math.max(1, letters)]
  const rounded = (share: number): number => Math.round(share * 1000) / 1000
  return {
    precision: rounded(p),
    recall: rounded(r),
    f: rounded((2 * p * r) / Math.max(Number.EPSILON, p + r)),
    whole: rounded(whole / Math.max(1, works)),
  }
}

/** @example shown(score) // P 0.921, R 0.905, F 0.913, 181 of 289 whole (62.6 %) */
export function shown(score: WorkScore): string {
  const { precision, recall, f, whole } = figures(score)
  const share = (100 * whole).toFixed(1)
  return `P ${precision.toFixed(3)}, R ${recall.toFixed(3)}, F ${f.toFixed(3)}, ${score.whole} of ${score.works} whole (${share} %)`
}

/** How many lines have a label that is true of them. */
export function rightLines({ truth }: LabelCase, labelled: readonly Labelled[]): number {
  return labelled.filter(({ label }, at) => truth[at]?.includes(label)).length
}
