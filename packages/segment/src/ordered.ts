import type { Verdict } from './divide.ts'
import type { Survey } from './survey.ts'
import type { ChosenLink } from './threads.ts'
import type { Thread } from './works.ts'

/** What joins neighbours in a file that is in order, in nats: more than any doubt. */
const FILE_ORDER = 30

const inFile = (from: number, to: number): ChosenLink => ({
  from,
  to,
  gain: FILE_ORDER,
  margin: FILE_ORDER,
  evidence: [{ weight: FILE_ORDER, reason: { kind: 'file-order' } }],
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

/** The texts of a file in order, cut where works begin; ids run on from `first`. */
export function orderedThreads(
  survey: Survey,
  source: number,
  verdicts: readonly Verdict[],
  first: number,
): Thread[] {
  const { page, repeats } = survey
  // A title that stands twice, one upon the other, is its page’s and its own.
  const works = verdicts.filter(({ divides }) => divides === 'works')
  const starts = [...new Set([0, ...works.map(({ at }) => at)])].sort((a, b) => a - b)
  const threads: Thread[] = []
  for (const [index, from] of starts.entries()) {
    const to = starts[index + 1] ?? page.atoms.length
    const atoms: number[] = []
    for (let at = from; at < to; at++) if ((repeats[at] ?? -1) < 0) atoms.push(at)
    if (atoms.length === 0) continue
    const head = works.find(({ at }) => at === from)
    threads.push({
      id: first + threads.length,
      source,
      atoms,
      links: atoms.map((atom, at) => (at === 0 ? null : inFile(atoms[at - 1] ?? 0, atom))),
      titles: head?.form === 'title' ? Math.min(head.lines, atoms.length) : 0,
      length: atoms.reduce((sum, at) => sum + lengthOf(page.atoms[at]), 0),
      label: null,
      gaps: [],
    })
  }
  return threads
}

const lengthOf = (atom: { readonly from: number; readonly to: number } | undefined): number =>
  atom === undefined ? 0 : atom.to - atom.from
