import { collate } from '@huijiao/collate'
import type { AlignedUnit, CollatedWork } from '@huijiao/model'
import { conventionalContent, substitutionCost } from '@huijiao/text'
import { covering, keysIn } from './loci.ts'

/** Splits units in which the witnesses agree so that characters they write in different forms are units of their own. */
export function splitForms(work: CollatedWork): CollatedWork {
  const units = work.units.flatMap((unit, u) => splitUnit(unit, formCuts(work, u)))
  return units.length === work.units.length ? work : { ...work, units }
}

/**
 * Splits one unit at offsets between its characters. All witnesses must agree on its length, those that
 * have nothing of it aside.
 *
 * @param cuts offsets in ascending order; one that is given twice makes an empty unit, for an insertion.
 */
function splitUnit(unit: AlignedUnit, cuts: readonly number[]): AlignedUnit[] {
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

/**
 * Aligns anew, among the witnesses that have something there, units where others have nothing. Otherwise a
 * partial witness would make one long locus of all that the rest agree and differ on.
 */
export function splitPartial(work: CollatedWork): CollatedWork {
  const units = work.units.flatMap((unit): AlignedUnit[] => {
    const present = unit.spans.flatMap(([start, end], w) => (start < end ? [w] : []))
    if (unit.equal || present.length < 2 || present.length === unit.spans.length) return [unit]
    const texts = new Set(present.map((w) => keysOf(work, unit, w)))
    return texts.size < 2 ? [unit] : alignAmong(work, unit, present)
  })
  return units.length === work.units.length ? work : { ...work, units }
}

const keysOf = (work: CollatedWork, unit: AlignedUnit, w: number): string => {
  const [start, end] = unit.spans[w] ?? [0, 0]
  let keys = ''
  for (let k = start; k < end; k += 1) keys += `${work.witnesses[w]?.tokens[k]?.n ?? ''}\u0000`
  return keys
}

function alignAmong(
  work: CollatedWork,
  unit: AlignedUnit,
  present: readonly number[],
): AlignedUnit[] {
  const inner = collate(
    present.map((w) => {
      const [start, end] = unit.spans[w] ?? [0, 0]
      const tokens = work.witnesses[w]?.tokens.slice(start, end) ?? []
      return { siglum: String(w).padStart(4, '0'), tokens }
    }),
    { substitution: substitutionCost },
  )
  if (inner.units.length < 2) return [unit]
  return inner.units.map((part) => ({
    ...(unit.moved === undefined ? {} : { moved: unit.moved }),
    equal: false,
    spans: unit.spans.map(([start, end], w) => {
      const span = part.spans[present.indexOf(w)]
      return span === undefined
        ? ([start, end] as const)
        : ([start + span[0], start + span[1]] as const)
    }),
    // Where the others differ, a witness without the passage has no word in it.
    covers: unit.covers.map((c, w) => c && (part.equal || present.includes(w))),
  }))
}

/** Characters of agreed text that a transposition may lie across. */
const ACROSS = 4

/** Joins two units with what lies between where together they are a transposition: one locus, not two. */
export function joinTranspositions(work: CollatedWork): CollatedWork {
  const units: AlignedUnit[] = []
  for (const unit of work.units) {
    units.push(unit)
    if (unit.equal) continue
    for (const count of [3, 2]) {
      const run = units.slice(-count)
      const joined = run.length === count ? joinOf(work, run) : undefined
      if (joined !== undefined) units.splice(-count, count, joined)
    }
  }
  return units.length === work.units.length ? work : { ...work, units }
}

function joinOf(work: CollatedWork, run: readonly AlignedUnit[]): AlignedUnit | undefined {
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined || first.equal || last.equal) return undefined
  if (run.slice(1, -1).some((u) => longest(u) > ACROSS)) return undefined
  const spans = first.spans.map(([start], w) => [start, last.spans[w]?.[1] ?? start] as const)
  const covers = first.covers.map((c, w) => c && (last.covers[w] ?? false))
  const key = (w: number, [start, end]: readonly [number, number]): string[] =>
    (work.witnesses[w]?.tokens.slice(start, end) ?? []).map((t) => t.n)
  const witnesses = covers.flatMap((c, w) => (c ? [w] : []))
  const whole = new Set(witnesses.map((w) => key(w, spans[w] ?? [0, 0]).join('\u0000')))
  const bags = new Set(
    witnesses.map((w) =>
      key(w, spans[w] ?? [0, 0])
        .toSorted()
        .join('\u0000'),
    ),
  )
  const differs = (u: AlignedUnit): boolean =>
    new Set(witnesses.map((w) => key(w, u.spans[w] ?? [0, 0]).join('\u0000'))).size > 1
  const middle = run.slice(1, -1).every((u) => !differs(u))
  return whole.size > 1 && bags.size === 1 && middle && differs(first) && differs(last)
    ? { equal: false, spans, covers }
    : undefined
}

const longest = (unit: AlignedUnit): number => Math.max(...unit.spans.map(([a, b]) => b - a))
