import { heaviestRise } from '@huijiao/collate'
import type { JoinEvidence } from '@huijiao/model'
import type { Match } from '../match/matches.ts'
import type { Atom } from '../page/types.ts'
import type { Survey } from '../survey/survey.ts'
import type { Run, Step } from './runs.ts'

/** Shortest line of which one asks where it stands elsewhere, in content characters. */
const SHORTEST = 12
/** Share of a line that another text must have at one place. */
const SHARE = 0.6
/** Texts that are tried as the one whose order stands, the longest first. */
const TRIED = 8

/**
 * Puts passages that copies in order have in different places into one: the order stands that the others depart
 * from least, and what departs from it is moved there, so that it is printed once.
 */
export function inOneOrder(
  runs: readonly Run[],
  surveys: readonly Survey[],
  matches: readonly (readonly Match[])[],
): readonly Run[] {
  const own = runs.filter(({ source }) => surveys[source]?.ordered === true)
  if (own.length < 2) return runs
  const tried = own.toSorted((a, b) => b.steps.length - a.steps.length).slice(0, TRIED)
  let least: { moved: number; orders: Map<Run, Order> } | null = null
  for (const base of tried) {
    const orders = new Map(
      own
        .filter((run) => run !== base)
        .map((run) => [run, orderAgainst(run, base, surveys, matches)]),
    )
    const moved = [...orders.values()].reduce((sum, order) => sum + order.moved, 0)
    if (least === null || moved < least.moved) least = { moved, orders }
    if (moved === 0) return runs
  }
  return runs.map((run) => {
    const order = least?.orders.get(run)
    return order === undefined || order.moved === 0 ? run : reordered(run, order)
  })
}

interface Order {
  /** Content characters that stand elsewhere than in the base. */
  readonly moved: number
  /** By step: where it belongs in the base. */
  readonly places: readonly number[]
}

function orderAgainst(
  run: Run,
  base: Run,
  surveys: readonly Survey[],
  matches: readonly (readonly Match[])[],
): Order {
  const held = heldBy(base, surveys)
  const shared = (matches[run.source] ?? []).filter(({ other }) => other === base.source)
  const found = run.steps.map(({ atom }) => {
    const own = surveys[run.source]?.page.atoms[atom]
    return own === undefined ? null : placeOf(own, shared, held)
  })
  const lengths = run.steps.map(({ atom }) => lengthOf(surveys[run.source], atom))
  const known = found.flatMap((place, at) =>
    place === null ? [] : [{ at, place, weight: lengths[at] ?? 0 }],
  )
  const kept = new Set([...heaviestRise(known, (step) => step)].map(({ at }) => at))
  for (const at of answered(found, lengths, kept)) found[at] = null
  const places: number[] = []
  let moved = 0
  for (const [at, place] of found.entries()) {
    if (place === null) places.push(places.at(-1) ?? -1)
    else {
      places.push(place)
      if (!kept.has(at)) moved += lengths[at] ?? 0
    }
  }
  return { moved, places }
}

/**
 * Steps that are found elsewhere in the base, where the base has a text of about their length in their place too: that
 * is another reading of them, and what stands elsewhere a formula that they share.
 */
function answered(
  found: readonly (number | null)[],
  lengths: readonly number[],
  kept: ReadonlySet<number>,
): number[] {
  const result: number[] = []
  let [from, end] = [0, 0]
  for (let at = 0; at <= found.length; at++) {
    if (at < found.length && !kept.has(at)) continue
    const steps = Array.from({ length: at - from }, (_, step) => from + step)
    const length = steps.reduce((sum, step) => sum + (lengths[step] ?? 0), 0)
    const gap = (found[at] ?? Number.POSITIVE_INFINITY) - end
    if (Number.isFinite(gap) && gap >= ANSWERED * length) result.push(...steps)
    end = (found[at] ?? 0) + (lengths[at] ?? 0)
    from = at + 1
  }
  return result
}

/** Share of the length of some lines that a text in their place has, at least, to be another reading of them. */
const ANSWERED = 0.5

const lengthOf = (survey: Survey | undefined, at: number): number => {
  const atom = survey?.page.atoms[at]
  return atom === undefined ? 0 : atom.to - atom.from
}

/** Content of the base's source that belongs to the base. */
function heldBy(base: Run, surveys: readonly Survey[]): (at: number) => boolean {
  const spans = base.steps.flatMap(({ atom }) => surveys[base.source]?.page.atoms[atom] ?? [])
  return (at) => spans.some(({ from, to }) => from <= at && at < to)
}

/**
 * Where a base has most of a line: in one place only, else nowhere.
 *
 * @param matches of the line's source with that of the base, by place
 */
function placeOf(
  own: Atom,
  matches: readonly Match[],
  held: (at: number) => boolean,
): number | null {
  if (own.to - own.from < SHORTEST) return null
  const shared = new Map<number, number>()
  for (const match of matchesOver(matches, own.from, own.to)) {
    const [from, to] = [Math.max(match.at, own.from), Math.min(match.at + match.length, own.to)]
    // Runs of one place lie on one diagonal, but for what is lost or added between them.
    const start = match.otherAt + (own.from - match.at)
    const near = [...shared.keys()].find((known) => Math.abs(known - start) <= SHORTEST)
    shared.set(near ?? start, (shared.get(near ?? start) ?? 0) + to - from)
  }
  const places = [...shared].filter(
    ([start, length]) =>
      length >= SHARE * (own.to - own.from) && held(start + ((own.to - own.from) >> 1)),
  )
  return places.length === 1 ? (places[0]?.[0] ?? null) : null
}

/** The matches that overlap a stretch of content; matches are sorted by their place. */
function matchesOver(matches: readonly Match[], from: number, to: number): Match[] {
  let [low, high] = [0, matches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((matches[middle]?.at ?? 0) < to) low = middle + 1
    else high = middle
  }
  const found: Match[] = []
  for (let at = low - 1; at >= 0 && low - at <= NEAREST; at--) {
    const match = matches[at]
    if (match !== undefined && match.at + match.length > from) found.push(match)
  }
  return found
}

/** Matches before the end of a line that are looked at: more than so many do not overlap it. */
const NEAREST = 400

function reordered(run: Run, { places }: Order): Run {
  const evidence: JoinEvidence[] = [{ weight: 2, reason: { kind: 'order' } }]
  const indexes = run.steps
    .map((_, at) => at)
    .toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b)
  const steps = indexes.flatMap((index, at): Step[] => {
    const step = run.steps[index]
    if (step === undefined) return []
    if (at === 0) return [{ atom: step.atom, join: null }]
    if (indexes[at - 1] === index - 1) return [step]
    return [{ atom: step.atom, join: { gain: 2, margin: 2, evidence, lacuna: false } }]
  })
  return { ...run, steps }
}
