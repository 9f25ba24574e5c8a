import type { Verdict } from '../borders/agree.ts'
import type { Survey } from '../survey/survey.ts'
import type { ForcedJoin } from '../word/word.ts'
import type { Chain, ChosenLink } from './threads.ts'

/** What joins neighbours in a file that is in order, in nats: more than any doubt. */
const FILE_ORDER = 30

const inFile = (from: number, to: number, gain: number): ChosenLink => ({
  from,
  to,
  gain,
  margin: gain,
  evidence: [{ weight: gain, reason: { kind: 'file-order' } }],
})

/** A file in order as it looks when its borders are known: what divides nothing is no headline. */
export function orderedSurvey(survey: Survey, verdicts: readonly Verdict[]): Survey {
  const heads = survey.heads.map(() => NO_HEAD)
  const ranks = new Map<number, number>()
  for (const { at, lines, divides, rank } of verdicts) {
    if (divides === 'nothing') continue
    for (let line = at; line < at + lines; line++)
      heads[line] = Math.max(1, survey.heads[line] ?? 1)
    if (divides === 'sections') ranks.set(at, rank)
  }
  const repeats = survey.repeats.map((first, at) => (first === at - 1 ? first : -1))
  return { ...survey, ordered: true, heads, repeats, depths: depthsOf(survey, verdicts, ranks) }
}

/** Score of a line that is surely no headline. */
const NO_HEAD = -9

/** Depth of each section heading: 2 for the highest rank that its work has, one more for each below it. */
function depthsOf(
  { page }: Survey,
  verdicts: readonly Verdict[],
  ranks: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const depths = new Map<number, number>()
  const starts = verdicts.flatMap(({ at, divides }) => (divides === 'works' ? [at] : []))
  for (const [index, from] of [0, ...starts].entries()) {
    const to = starts[index] ?? page.atoms.length
    const own = [...ranks].filter(([at]) => at >= from && at < to)
    const levels = [...new Set(own.map(([, rank]) => rank))].sort((a, b) => a - b)
    for (const [at, rank] of own) depths.set(at, 2 + levels.indexOf(rank))
  }
  return depths
}

/** What joins a section to the text before it: less, so that the editor's word parts them there. */
const AT_SECTION = 20

/** The texts of a file in order, cut where works begin. */
export function orderedChains(
  { page, repeats, depths }: Survey,
  verdicts: readonly Verdict[],
  joins: readonly ForcedJoin[],
  source: number,
): Chain[] {
  const works = verdicts.filter(({ divides }) => divides === 'works')
  const starts = [...new Set([0, ...works.map(({ at }) => at)])].sort((a, b) => a - b)
  const over = new Set(
    works.flatMap(({ at, over: lines = 0 }) =>
      Array.from({ length: lines }, (_, step) => at - 1 - step),
    ),
  )
  return starts.flatMap((from, index) => {
    const to = starts[index + 1] ?? page.atoms.length
    const atoms: number[] = []
    for (let at = from; at < to; at++) if ((repeats[at] ?? -1) < 0 && !over.has(at)) atoms.push(at)
    if (atoms.length === 0) return []
    const links = atoms.map((atom, at) => {
      if (at === 0) return null
      const before = atoms[at - 1] ?? 0
      const gap = joins.some(
        (join) => join.source === source && join.from === before && join.to === atom && join.lacuna,
      )
      return { ...inFile(before, atom, depths.has(atom) ? AT_SECTION : FILE_ORDER), lacuna: gap }
    })
    return [{ atoms, links }]
  })
}

/** How many atoms at a place are the headline of a work. */
export function titlesOf(head: number | undefined, verdicts: readonly Verdict[]): number {
  const border = verdicts.find(({ at, divides }) => at === head && divides === 'works')
  return border?.form === 'title' ? border.lines : 0
}
