import type { Candidate } from '../types.ts'

/** Characters that nobody says twice on purpose without a mark between. */
const PHRASE = 3
/** Characters of a run: of fewer, nearly all that stands twice is a word, or ends one and begins another. */
export const RUN = 2
/** Share of a longer run that stands beside it too, where either copy may have a slip in it: three characters of four. */
const NEARLY = 3 / 4

/** A reading that has something more in one place than another, as matching keys, a unit each. */
export interface Addition<Reading extends Keyed = Candidate> {
  readonly longer: Reading
  readonly shorter: Reading
  readonly extra: string
  /** What stands on both sides of it. */
  readonly left: string
  readonly right: string
}

type Keyed = Pick<Candidate, 'key'>

/** Readings of a locus in their surroundings. */
interface Surroundings<Reading extends Keyed> {
  readonly candidates: readonly Reading[]
  readonly leftKey: string
  readonly rightKey: string
}

/** Every reading that adds to another in one place. */
export function additionsIn<Reading extends Keyed>({
  candidates,
  leftKey,
  rightKey,
}: Surroundings<Reading>): Addition<Reading>[] {
  return candidates.flatMap((longer) =>
    candidates.flatMap((shorter): Addition<Reading>[] => {
      const extra =
        longer.key.length > shorter.key.length ? surplus(longer.key, shorter.key) : undefined
      if (extra === undefined) return []
      const start = agreeing(longer.key, shorter.key)
      const left = leftKey + longer.key.slice(0, start)
      return [{ longer, shorter, extra, left, right: shorter.key.slice(start) + rightKey }]
    }),
  )
}

/** The text that `longer` adds to `shorter` at a single place; undefined where it does not. */
export function surplus(longer: string, shorter: string): string | undefined {
  const start = agreeing(longer, shorter)
  const added = longer.length - shorter.length
  return longer.slice(start + added) === shorter.slice(start)
    ? longer.slice(start, start + added)
    : undefined
}

/** Number of characters that two texts begin with alike. */
function agreeing(longer: string, shorter: string): number {
  let start = 0
  while (start < shorter.length && longer[start] === shorter[start]) start += 1
  return start
}

/**
 * Whether an addition only repeats what stands beside it. A run copied twice reads the same wherever in it the second
 * copy is held to begin: 流水｜流水 is 流［水流］水 too.
 */
export function repeats({ left, extra, right }: Omit<Addition, 'longer' | 'shorter'>): boolean {
  for (let k = 0; k <= extra.length; k += 1) {
    if (left.endsWith(extra.slice(k)) && right.startsWith(extra.slice(0, k))) return true
  }
  if (extra.length <= PHRASE) return false
  const most = NEARLY * extra.length
  return (
    runsShared(extra, left.slice(-extra.length)) >= most ||
    runsShared(extra, right.slice(0, extra.length)) >= most
  )
}

/** How many characters of a text stand in another with a neighbour: `要诚实要诚实对` of `材料要诚实对`: all seven. */
function runsShared(text: string, other: string): number {
  let shared = 0
  for (let i = 0; i < text.length; i += 1) {
    const [before, after] = [text.slice(Math.max(0, i - 1), i + 1), text.slice(i, i + RUN)]
    const stands = (pair: string): boolean => pair.length === RUN && other.includes(pair)
    if (stands(before) || stands(after)) shared += 1
  }
  return shared
}
