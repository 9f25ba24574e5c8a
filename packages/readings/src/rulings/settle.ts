import type { Certainty } from '@huijiao/ast'
import type { AlignedUnit, CollatedWork, Decision, Locus } from '@huijiao/model'
import { conventionalContent, isContent } from '@huijiao/text'
import { baseGuide } from '../loci/guide.ts'
import { covering, group, textIn } from '../loci/loci.ts'
import { type Edge, type Stream, type Target, textsOver } from './locate.ts'
import type { Ruling } from './ruling.ts'

export type Streams = readonly Stream[]

interface Placed {
  readonly ruling: Ruling
  readonly target: Target
}

/** A ruling as a change of whole units: from the first to the last, with the text they get together. */
interface Change {
  readonly ruling: Ruling
  readonly start: Edge
  readonly end: Edge
  readonly text: string
}

/**
 * Makes the decisions of rulings. Units are split where a ruling concerns a part of one.
 *
 * @param onRedundant called for a ruling that says what the program decides with some certainty.
 */
export function settle(
  work: CollatedWork,
  decisions: readonly Decision[],
  placed: readonly Placed[],
  onRedundant: (ruling: Ruling) => void,
): { work: CollatedWork; decisions: readonly Decision[] } {
  const differing = new Set(decisions.map((d) => d.locus.unit))
  const changes = placed.map(changeOf)
  const { units, place } = cut(work.units, changes, differing)
  const next: CollatedWork = { ...work, units }
  const moved = new Map<number, Decision>()
  for (const d of decisions) {
    const unit = place({ unit: d.locus.unit, offset: 0 }).unit
    moved.set(unit, { ...d, locus: { ...d.locus, unit } })
  }
  for (const change of changes) {
    const from = place(change.start, change.start, change.end).unit
    const to = Math.max(from, lastUnit(place, change))
    const readings = distribute(next, from, to, change.text, moved)
    const redundant = readings.every(([unit, text]) => {
      const d = moved.get(unit)
      return (
        d !== undefined &&
        d.lemma === text &&
        d.ruling === undefined &&
        asSure(d.certainty, change.ruling.certainty)
      )
    })
    if (redundant && readings.length > 0) onRedundant(change.ruling)
    for (const [unit, text] of readings)
      moved.set(unit, ruled(next, unit, text, change.ruling, moved.get(unit)))
  }
  return { work: next, decisions: [...moved].sort(([a], [b]) => a - b).map(([, d]) => d) }
}

/** The text that the widened range gets: content only, for marks have a layer of their own. */
function changeOf({ ruling, target }: Placed): Change {
  const reading = [...ruling.reading].filter(isContent).map(conventionalContent).join('')
  return { ruling, start: target.start, end: target.end, text: target.head + reading + target.tail }
}

/** Whether the program is sure, and as sure as the editor. */
const asSure = (program: Certainty, editor: Certainty): boolean =>
  program === 'high' || (program === 'medium' && editor !== 'high')

type Place = (edge: Edge, start?: Edge, end?: Edge) => Edge

/** Splits agreed units at the ends of changes; tells where an edge of the old units is in the new. */
function cut(
  units: readonly AlignedUnit[],
  changes: readonly Change[],
  differing: ReadonlySet<number>,
): { units: AlignedUnit[]; place: Place } {
  const cuts = new Map<number, number[]>()
  for (const { start, end } of changes) {
    const point = start.unit === end.unit && start.offset === end.offset
    for (const edge of point ? [start, start] : [start, end]) {
      if (!differing.has(edge.unit))
        cuts.set(edge.unit, [...(cuts.get(edge.unit) ?? []), edge.offset])
    }
  }
  const result: AlignedUnit[] = []
  const starts: { first: number; bounds: number[] }[] = []
  for (const [u, unit] of units.entries()) {
    const length = Math.max(0, ...unit.spans.map(([a, b]) => b - a))
    const offsets = (cuts.get(u) ?? []).sort((a, b) => a - b)
    const parts = split(unit, offsets, length)
    starts.push({ first: result.length, bounds: parts.map((p) => p.start) })
    result.push(...parts.map((p) => p.unit))
  }
  const place: Place = (edge, start, end) => {
    const { first, bounds } = starts[edge.unit] ?? { first: 0, bounds: [0] }
    const point =
      start !== undefined &&
      end !== undefined &&
      start.unit === end.unit &&
      start.offset === end.offset
    // A point is the empty unit made for it, the first that begins there; else the last that begins there.
    let k = point ? bounds.indexOf(edge.offset) : bounds.findLastIndex((b) => b <= edge.offset)
    if (k < 0)
      k = Math.max(
        0,
        bounds.findLastIndex((b) => b <= edge.offset),
      )
    return { unit: first + k, offset: edge.offset - (bounds[k] ?? 0) }
  }
  return { units: result, place }
}

/** The parts of a unit with their offsets; a cut that is given twice makes an empty part. */
function split(unit: AlignedUnit, cuts: readonly number[], length: number) {
  if (cuts.length === 0) return [{ start: 0, unit }]
  const bounds = [0, ...cuts.filter((c) => c > 0 && c < length)]
  // An empty part at either end needs its own bound; elsewhere the repeated cut is one.
  for (const edge of [0, length]) if (cuts.filter((c) => c === edge).length > 1) bounds.push(edge)
  const sorted = bounds
    .filter((b, k) => b === 0 || cuts.includes(b) || k === 0)
    .sort((a, b) => a - b)
  const kept = sorted.filter(
    (b, k) => b !== sorted[k - 1] || cuts.filter((c) => c === b).length > 1,
  )
  return kept.map((start, k) => {
    const end = kept[k + 1] ?? length
    return {
      start,
      unit: {
        ...unit,
        equal: unit.equal && end > start,
        spans: unit.spans.map(([a, b]) =>
          a === b ? ([a, b] as const) : ([a + start, a + end] as const),
        ),
      },
    }
  })
}

function lastUnit(place: Place, { start, end }: Change): number {
  const point = start.unit === end.unit && start.offset === end.offset
  if (point) return place(start, start, end).unit
  return place({ unit: end.unit, offset: Math.max(0, end.offset - 1) }).unit
}

/** Gives each unit its part of the text: as a witness parts it, else agreed units keep theirs in order. */
function distribute(
  work: CollatedWork,
  from: number,
  to: number,
  text: string,
  decisions: ReadonlyMap<number, Decision>,
): [unit: number, text: string][] {
  const units = Array.from({ length: to - from + 1 }, (_, k) => from + k)
  if (units.length === 1) return [[from, text]]
  for (const [w, own] of textsOver(work, from, to)) {
    if (own === text)
      return kept(
        work,
        units.map((u) => [u, textIn(work, u, w)]),
        decisions,
      )
  }
  const result: [number, string][] = []
  let rest = text
  let open: number | undefined
  let pending = ''
  for (const u of units) {
    const agreed = decisions.has(u) ? undefined : agreedText(work, u)
    const at = agreed === undefined || agreed === '' ? -1 : rest.indexOf(agreed)
    if (agreed !== undefined && at >= 0) {
      pending += rest.slice(0, at)
      if (open !== undefined) result.push([open, pending])
      else if (pending !== '') return whole(units, text)
      pending = ''
      open = undefined
      rest = rest.slice(at + agreed.length)
    } else if (open === undefined) open = u
    else result.push([u, ''])
  }
  if (open !== undefined) result.push([open, rest])
  else if (rest !== '') return whole(units, text)
  return result.sort(([a], [b]) => a - b)
}

/** Everything in the first unit, nothing in the others. */
const whole = (units: readonly number[], text: string): [number, string][] =>
  units.map((u, k) => [u, k === 0 ? text : ''])

/** Agreed units that keep their text need no decision. */
const kept = (
  work: CollatedWork,
  readings: [number, string][],
  decisions: ReadonlyMap<number, Decision>,
): [number, string][] => readings.filter(([u, t]) => decisions.has(u) || agreedText(work, u) !== t)

function agreedText(work: CollatedWork, unit: number): string {
  const w = covering(work, unit)[0]
  return w === undefined ? '' : textIn(work, unit, w)
}

function ruled(
  work: CollatedWork,
  unit: number,
  text: string,
  ruling: Ruling,
  decision: Decision | undefined,
): Decision {
  const locus = decision?.locus ?? locusFor(work, unit)
  return {
    locus,
    lemma: text,
    method: ruling.method,
    certainty: ruling.certainty,
    cause: ruling.cause ?? decision?.cause ?? 'noise',
    evidence: decision?.evidence ?? [],
    ruling: ruling.note,
  }
}

function locusFor(work: CollatedWork, unit: number): Locus {
  const guide = baseGuide(work)
  const [start, end] = guide.rangeOf(unit)
  const readings = group(covering(work, unit), (w) => textIn(work, unit, w))
  return { work: work.spec.id, unit, layer: 'content', readings, ...guide.around(start, end) }
}
