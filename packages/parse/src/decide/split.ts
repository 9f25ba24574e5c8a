import type { AlignedUnit, CollatedWork } from '../model.ts'
import { conventionalContent } from './conventions.ts'
import { covering, keysIn } from './loci.ts'

/** Splits units in which the witnesses agree so that characters they write in different forms stand alone. */
export function splitForms(work: CollatedWork): CollatedWork {
  const units = work.units.flatMap((unit, u) => splitUnit(unit, formCuts(work, u)))
  return units.length === work.units.length ? work : { ...work, units }
}

/**
 * Splits one unit at offsets between its characters. All witnesses must agree on its length, those that
 * have nothing of it aside.
 *
 * @param cuts offsets in ascending order; one that stands twice makes an empty unit, for what is inserted.
 */
export function splitUnit(unit: AlignedUnit, cuts: readonly number[]): AlignedUnit[] {
  if (cuts.length === 0) return [unit]
  const length = Math.max(...unit.spans.map(([start, end]) => end - start))
  const bounds = [0, ...cuts, length]
  return bounds.slice(1).flatMap((end, k): AlignedUnit[] => {
    const start = bounds[k] ?? 0
    if (
      start === end &&
      (start === 0 || end === length) &&
      !cuts.slice(1).some((c, i) => c === cuts[i] && c === start)
    ) {
      return []
    }
    return [
      {
        ...unit,
        equal: unit.equal && end > start,
        spans: unit.spans.map(([from, to]) =>
          from === to ? ([from, to] as const) : ([from + start, from + end] as const),
        ),
      },
    ]
  })
}

function formCuts(work: CollatedWork, u: number): number[] {
  const witnesses = covering(work, u)
  const first = witnesses[0]
  if (first === undefined || witnesses.length < 2) return []
  const keys = keysIn(work, u, first)
  if (witnesses.some((w) => keysIn(work, u, w).join('\u0000') !== keys.join('\u0000'))) return []
  const form = (w: number, k: number): string =>
    conventionalContent(work.witnesses[w]?.tokens[(work.units[u]?.spans[w]?.[0] ?? 0) + k]?.t ?? '')
  const differs = keys.map((_, k) => witnesses.some((w) => form(w, k) !== form(first, k)))
  const cuts: number[] = []
  for (const [k, d] of differs.entries()) {
    if (k > 0 && (d || differs[k - 1] === true)) cuts.push(k)
  }
  return cuts
}
