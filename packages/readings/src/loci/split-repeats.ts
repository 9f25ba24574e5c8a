import type { AlignedUnit, CollatedWork, WitnessToken } from '@huijiao/model'
import { covering } from './loci.ts'

/** Characters of a run that is split off: single characters stand twice in words of their own. */
const LEAST = 2
/**
 * Characters of a run, at most: three or four lines of print, more than an eye skips. Longer repeats are passages; without
 * a bound the time would grow with the square of what a copy lacks.
 */
const MOST = 120

type Span = readonly [start: number, end: number]
type Edge = 'start' | 'end'

/** A run at the edge of a witness's span that repeats what stands beside it. */
interface Run {
  readonly edge: Edge
  /** Characters. */
  readonly length: number
  readonly keys: string
}

/**
 * Makes units of their own of runs that a witness has copied twice at the edge of a unit, so that each locus is one
 * slip: of 向之十［向之十余］年间 and 向之十［飞］年间, whether 向之十 stands twice, and 余 or 飞.
 */
export function splitRepeats(work: CollatedWork): CollatedWork {
  const units = work.units.flatMap((unit, u) =>
    unit.equal ? [unit] : splitUnit(work, unit, covering(work, u)),
  )
  return units.length === work.units.length ? work : { ...work, units }
}

function splitUnit(
  work: CollatedWork,
  unit: AlignedUnit,
  witnesses: readonly number[],
): AlignedUnit[] {
  const spanOf = (w: number): Span => unit.spans[w] ?? [0, 0]
  const lengthOf = (w: number): number => spanOf(w)[1] - spanOf(w)[0]
  const runs = witnesses.map((w) => ({ w, run: runIn(work.witnesses[w]?.tokens ?? [], spanOf(w)) }))
  const [longest] = runs
    .flatMap(({ w, run }) => (run === undefined ? [] : [{ w, run }]))
    .filter(({ w, run }) =>
      runs.every((other) => {
        if (other.run?.keys === run.keys && lengthOf(other.w) === lengthOf(w)) return true
        const rest = lengthOf(other.w) - (other.run?.length ?? 0)
        return Math.abs(lengthOf(w) - run.length - rest) < Math.abs(lengthOf(w) - rest)
      }),
    )
    .toSorted((a, b) => b.run.length - a.run.length || (a.run.keys < b.run.keys ? -1 : 1))
  if (longest === undefined) return [unit]
  const { run } = longest
  const holders = new Set(
    runs.filter((r) => r.run?.keys === run.keys && r.run.edge === run.edge).map(({ w }) => w),
  )
  const [own, rest] = [partOf(unit, run, holders, 'run'), partOf(unit, run, holders, 'rest')]
  if (rest.spans.every(([start, end]) => start === end)) return [unit]
  const others = splitUnit(work, rest, witnesses)
  return run.edge === 'start' ? [own, ...others] : [...others, own]
}

/** The run, where its holders have it and others nothing, or what a unit is without it. */
function partOf(
  unit: AlignedUnit,
  { edge, length }: Run,
  holders: ReadonlySet<number>,
  part: 'run' | 'rest',
): AlignedUnit {
  const spans = unit.spans.map(([start, end], w): Span => {
    const taken = holders.has(w) ? length : 0
    const cut = edge === 'start' ? start + taken : end - taken
    return (part === 'run') === (edge === 'start') ? [start, cut] : [cut, end]
  })
  return { ...unit, spans }
}

/** The longest run at either edge of a span that stands beside it once more, at least in part outside of the span. */
function runIn(tokens: readonly WitnessToken[], [start, end]: Span): Run | undefined {
  for (let length = Math.min(end - start, MOST); length >= LEAST; length -= 1) {
    for (const edge of ['start', 'end'] as const) {
      const from = edge === 'start' ? start : end - length
      for (let first = from - length; first <= from; first += 1) {
        const inside = first >= start && first + 2 * length <= end
        if (first < 0 || inside || !isTwice(tokens, first, length)) continue
        const keys = tokens
          .slice(from, from + length)
          .map((t) => t.n)
          .join('')
        return { edge, length, keys }
      }
    }
  }
  return undefined
}

/** Whether the characters from a place on are the same as those after them. */
function isTwice(tokens: readonly WitnessToken[], first: number, length: number): boolean {
  if (first + 2 * length > tokens.length) return false
  for (let k = first; k < first + length; k += 1) {
    if (tokens[k]?.n !== tokens[k + length]?.n) return false
  }
  return true
}
