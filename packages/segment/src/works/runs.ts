import type { JoinReason } from '@huijiao/ast'
import type { JoinEvidence } from '@huijiao/model'
import type { Thread } from '../order/threads.ts'
import type { Survey } from '../survey/survey.ts'
import { DECREED, placeKey, type Word } from '../word/word.ts'
import type { Mend } from './orphans.ts'
import type { Cluster } from './works.ts'

/** An atom in the reading order of one witness text, with how it follows the one before. */
export interface Step {
  readonly atom: number
  readonly join: StepJoin | null
}

export interface StepJoin {
  readonly gain: number
  readonly margin: number
  readonly evidence: readonly JoinEvidence[]
  readonly lacuna: boolean
}

/** What one source has of one work: atoms in reading order. */
export interface Run {
  readonly source: number
  readonly steps: readonly Step[]
  readonly threads: readonly Thread[]
}

/** Puts the threads of each source of a cluster in order. */
export function runsOf(
  cluster: Cluster,
  surveys: readonly Survey[],
  mends: readonly Mend[],
  word: Word,
): Run[] {
  const label = cluster.threads.find((thread) => thread.label !== null)?.label ?? -1
  const order = word.orders.get(label) ?? []
  const sources = [...new Set(cluster.threads.map((thread) => thread.source))].sort((a, b) => a - b)
  return sources.map((source) => {
    const own = cluster.threads.filter((thread) => thread.source === source)
    const threads =
      surveys[source]?.ordered === true ? own.toSorted(byPlace) : orderThreads(own, mends)
    const steps: Step[] = []
    for (const [index, thread] of threads.entries()) {
      const previous = threads[index - 1]
      for (const [at, atom] of thread.atoms.entries()) {
        const link = thread.links[at]
        if (link != null) {
          steps.push({
            atom,
            join: { ...link, lacuna: link.lacuna === true || thread.gaps.includes(atom) },
          })
        } else
          steps.push({
            atom,
            join: previous === undefined ? null : between(previous, thread, surveys, mends),
          })
      }
    }
    return { source, steps: inGivenOrder(steps, source, order), threads }
  })
}

/**
 * Steps in the order that the editor gives to pieces: what stands before the first of them stays, each piece goes
 * on to where the next one begins.
 *
 * @param order by piece, in order: the atoms with which it begins, in the files that have it
 */
function inGivenOrder(
  steps: readonly Step[],
  source: number,
  order: readonly (readonly string[])[],
): readonly Step[] {
  if (order.length === 0) return steps
  const rank = new Map(order.flatMap((places, at) => places.map((place) => [place, at] as const)))
  const pieces: { rank: number; steps: Step[] }[] = [{ rank: -1, steps: [] }]
  for (const step of steps) {
    const own = rank.get(placeKey(source, step.atom))
    if (own !== undefined) pieces.push({ rank: own, steps: [] })
    pieces.at(-1)?.steps.push(step)
  }
  const evidence: JoinEvidence[] = [{ weight: DECREED, reason: { kind: 'override' } }]
  return pieces
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap(({ steps: own }) => own)
    .map(({ atom, join }, at, all) => {
      const before = all[at - 1]
      const was = steps[steps.findIndex((step) => step.atom === atom) - 1]
      if (at === 0) return { atom, join: null }
      if (was?.atom === before?.atom) return { atom, join }
      return { atom, join: { gain: DECREED, margin: DECREED, evidence, lacuna: false } }
    })
}

const byPlace = (one: Thread, two: Thread): number => (one.atoms[0] ?? 0) - (two.atoms[0] ?? 0)

/** Those with a title first, by place in the file; mended threads after what they continue. */
function orderThreads(own: readonly Thread[], mends: readonly Mend[]): readonly Thread[] {
  if (own.length < 2) return own
  const previous = new Map(mends.map((mend) => [mend.to, mend.from]))
  const rest = own.filter((thread) => !previous.has(thread.id))
  rest.sort(
    (a, b) => Number(b.titles > 0) - Number(a.titles > 0) || (a.atoms[0] ?? 0) - (b.atoms[0] ?? 0),
  )
  const ordered: Thread[] = []
  const follow = (thread: Thread): void => {
    ordered.push(thread)
    for (const mend of mends.filter(({ from }) => from === thread.id)) {
      const next = own.find((other) => other.id === mend.to)
      if (next !== undefined && !ordered.includes(next)) follow(next)
    }
  }
  for (const thread of rest) follow(thread)
  for (const thread of own) if (!ordered.includes(thread)) ordered.push(thread)
  return ordered
}

function between(
  one: Thread,
  two: Thread,
  surveys: readonly Survey[],
  mends: readonly Mend[],
): StepJoin {
  const mend = mends.find((candidate) => candidate.from === one.id && candidate.to === two.id)
  if (mend !== undefined) return mend
  const survey = surveys[two.source]
  const last = one.atoms.at(-1) ?? 0
  const overlap = survey?.overlaps.get(last)?.get(two.atoms[0] ?? 0)
  if (overlap !== undefined) {
    const reason: JoinReason = { kind: 'overlap', sources: overlap.sources }
    const evidence: JoinEvidence[] = [{ weight: overlap.weight, reason }]
    return { gain: overlap.weight, margin: overlap.weight, evidence, lacuna: false }
  }
  const evidence: JoinEvidence[] = [{ weight: 2, reason: { kind: 'order' } }]
  const open = survey?.endings[last] === 'open' || survey?.endings[last] === 'pause'
  return { gain: 2, margin: 2, evidence, lacuna: open }
}
