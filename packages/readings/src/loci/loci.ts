import type { CollatedWork, Locus, LocusReading } from '@huijiao/model'
import { conventionalContent } from '@huijiao/text'
import { baseGuide, type Guide } from './guide.ts'

/**
 * The places of the content layer where covering witnesses of a work differ, in the order of the text: one
 * for each unit. Units must be split by `splitForms` first, for different forms of a character to be found.
 */
export function lociOf(work: CollatedWork, guide: Guide = baseGuide(work)): Locus[] {
  return work.units.flatMap((_, unit) => locusAt(work, unit, guide) ?? [])
}

/** Witnesses by preference as base text that cover the unit. */
export function covering(work: CollatedWork, unit: number): number[] {
  const covers = work.units[unit]?.covers ?? []
  return work.preference.filter((w) => covers[w] ?? false)
}

/** Keys of a witness's span in a unit. */
export function keysIn(work: CollatedWork, unit: number, witness: number): string[] {
  const [start, end] = work.units[unit]?.spans[witness] ?? [0, 0]
  return (work.witnesses[witness]?.tokens.slice(start, end) ?? []).map((t) => t.n)
}

/** Text of a witness's span in a unit, in the edition's conventions, without punctuation. */
export function textIn(work: CollatedWork, unit: number, witness: number): string {
  const [start, end] = work.units[unit]?.spans[witness] ?? [0, 0]
  return (work.witnesses[witness]?.tokens.slice(start, end) ?? [])
    .map((t) => conventionalContent(t.t))
    .join('')
}

function locusAt(work: CollatedWork, unit: number, guide: Guide): Locus | undefined {
  const readings = group(covering(work, unit), (w) => textIn(work, unit, w))
  if (readings.length < 2) return undefined
  const [start, end] = guide.rangeOf(unit)
  return { work: work.spec.id, unit, layer: 'content', readings, ...guide.around(start, end) }
}

/** Distinct texts with the witnesses that have them, in the order of the witnesses given. */
export function group(
  witnesses: readonly number[],
  text: (witness: number, index: number) => string,
): LocusReading[] {
  const readings = new Map<string, number[]>()
  for (const [i, w] of witnesses.entries()) {
    const t = text(w, i)
    const holders = readings.get(t)
    if (holders === undefined) readings.set(t, [w])
    else holders.push(w)
  }
  return [...readings].map(([t, holders]) => ({ text: t, witnesses: holders }))
}
