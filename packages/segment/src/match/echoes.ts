import type { Match, MatchIndex } from './matches.ts'

/** How far around a run its surroundings are compared, in content characters. */
const REACH = 150
/** Insertions and omissions shift what belongs together by a few places. */
const DRIFT = 8
/** A place whose surroundings agree so many times better is where a run belongs. */
const BETTER = 3
/** Share of a run that the better one must cover. */
const COVERED = 0.8

/**
 * Takes out of the matches what is an echo: a run that another source has elsewhere, as formulas and set
 * phrases stand elsewhere, while the same source has the run also where the surroundings agree much better.
 * Without it texts full of formulas would all seem to be one.
 */
export function withoutEchoes(index: MatchIndex): MatchIndex {
  const supports = index.map((list) => byOther(list).map(withSupport))
  const dropped = new Set<string>()
  for (const [source, groups] of supports.entries()) {
    for (const group of groups) {
      for (const match of dominated(group)) dropped.add(keyOf(source, match))
    }
  }
  if (dropped.size === 0) return index
  return index.map((list, source) =>
    list.filter(
      (match) =>
        !dropped.has(keyOf(source, match)) &&
        !dropped.has(keyOf(match.other, mirrored(match, source))),
    ),
  )
}

interface Supported {
  readonly match: Match
  /** Characters shared around it on about the same diagonal, its own included. */
  readonly support: number
}

const keyOf = (source: number, { at, other, otherAt }: Match): string =>
  `${source} ${at} ${other} ${otherAt}`

const mirrored = ({ at, length, otherAt }: Match, source: number): Match => ({
  at: otherAt,
  length,
  other: source,
  otherAt: at,
})

function byOther(list: readonly Match[]): Match[][] {
  const groups = new Map<number, Match[]>()
  for (const match of list) {
    const group = groups.get(match.other)
    if (group === undefined) groups.set(match.other, [match])
    else group.push(match)
  }
  return [...groups.values()]
}

/** Matches of one pair of sources in the order of the first, each with its support. */
function withSupport(group: readonly Match[]): Supported[] {
  let first = 0
  return group.map((match) => {
    while ((group[first]?.at ?? 0) < match.at - REACH) first += 1
    let support = 0
    for (let at = first; at < group.length; at += 1) {
      const near = group[at]
      if (near === undefined || near.at > match.at + match.length + REACH) break
      if (Math.abs(near.otherAt - near.at - (match.otherAt - match.at)) <= DRIFT) {
        support += near.length
      }
    }
    return { match, support }
  })
}

/** The matches of one pair of sources that lie where others agree much better. */
function dominated(group: readonly Supported[]): Match[] {
  const longest = group.reduce((most, { match }) => Math.max(most, match.length), 0)
  let first = 0
  return group.flatMap(({ match, support }) => {
    while ((group[first]?.match.at ?? 0) < match.at - longest) first += 1
    for (let at = first; at < group.length; at += 1) {
      const other = group[at]
      if (other === undefined || other.match.at >= match.at + match.length) break
      if (other.support < BETTER * support) continue
      const from = Math.max(other.match.at, match.at)
      const to = Math.min(other.match.at + other.match.length, match.at + match.length)
      if (to - from >= COVERED * match.length) return [match]
    }
    return []
  })
}
