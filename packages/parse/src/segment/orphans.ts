import type { JoinEvidence } from '../model.ts'
import { assign } from './assign.ts'
import { addJump, UNFINISHED } from './links.ts'
import type { NgramModel } from './ngrams.ts'
import { seam } from './seam.ts'
import type { Survey } from './survey.ts'
import { bodyOf } from './text.ts'
import type { Cluster, Thread } from './works.ts'

/** A thread goes on in another one of the same source, though nothing reads on from one to the other. */
export interface Mend {
  readonly from: number
  readonly to: number
  readonly gain: number
  readonly margin: number
  /** Text is missing between them. */
  readonly lacuna: boolean
  readonly evidence: readonly JoinEvidence[]
}

/** Farthest apart, in threads of a source in file order, of what may be mended. */
const REACH = 12

/**
 * Finds for each thread that begins nowhere (no title, no other source that has its beginning) the
 * thread that it may continue: as one assignment over the loose ends of each source. "Text is missing
 * here" joins two loose ends that belong together and do not fit.
 */
export function mendOrphans(
  clusters: readonly Cluster[],
  surveys: readonly Survey[],
  model: NgramModel,
): Mend[] {
  const threads = clusters.flatMap((cluster) => cluster.threads)
  const copies = new Map<number, number>()
  for (const [index, cluster] of clusters.entries()) {
    for (const thread of cluster.threads) copies.set(thread.id, index)
  }
  const mends: Mend[] = []
  for (const [source, survey] of surveys.entries()) {
    const own = threads
      .filter((thread) => thread.source === source)
      .sort((a, b) => (a.atoms[0] ?? 0) - (b.atoms[0] ?? 0))
    const orphans = own.filter((thread) =>
      isOrphan(thread, survey, clusters[copies.get(thread.id) ?? -1]),
    )
    if (orphans.length === 0 || own.length < 2) continue
    mends.push(...mendSource(own, orphans, survey, surveys, copies, model))
  }
  return mends
}

/** No title, no opening dateline, and no second source that would tell where it belongs. */
function isOrphan(thread: Thread, survey: Survey, cluster: Cluster | undefined): boolean {
  if (thread.titles > 0 || cluster === undefined) return false
  if (cluster.threads.length > 1) return false
  const first = thread.atoms[0] ?? 0
  return survey.opening[first] !== true
}

function mendSource(
  own: readonly Thread[],
  orphans: readonly Thread[],
  survey: Survey,
  surveys: readonly Survey[],
  copies: ReadonlyMap<number, number>,
  model: NgramModel,
): Mend[] {
  const bodies = new Map(own.map((thread) => [thread.id, bodyOf(thread, surveys)]))
  const mends: Mend[] = []
  const order = new Map(own.map((thread, index) => [thread.id, index]))
  for (const to of orphans) {
    for (const from of own) {
      if (from.id === to.id) continue
      const steps = (order.get(to.id) ?? 0) - (order.get(from.id) ?? 0)
      if (Math.abs(steps) > REACH) continue
      const together = survey.topics.together(bodies.get(from.id) ?? '', bodies.get(to.id) ?? '')
      const mend = weigh(from, to, steps, together, survey, model)
      if (mend.gain > 0) mends.push({ ...mend, margin: 0 })
    }
  }
  const rows = own.map((thread) => thread.id)
  const index = new Map(rows.map((id, at) => [id, at]))
  const chosen = assign(
    rows.length,
    rows.length,
    mends.map(({ from, to, gain }) => ({
      row: index.get(from) ?? 0,
      column: index.get(to) ?? 0,
      gain,
    })),
  )
  const joined = new Set<string>()
  const group = new Map(rows.map((id) => [id, copies.get(id) ?? -1]))
  return chosen.flatMap(({ row, column, margin }) => {
    const [from, to] = [rows[row] ?? -1, rows[column] ?? -1]
    const mend = mends.find((candidate) => candidate.from === from && candidate.to === to)
    if (mend === undefined || group.get(from) === group.get(to)) return []
    const key = `${from}-${to}`
    if (joined.has(key)) return []
    joined.add(key)
    const [mine, theirs] = [group.get(from), group.get(to)]
    for (const [id, value] of group) if (value === theirs && mine !== undefined) group.set(id, mine)
    return [{ ...mend, margin }]
  })
}

function weigh(
  from: Thread,
  to: Thread,
  steps: number,
  together: number,
  survey: Survey,
  model: NgramModel,
): Omit<Mend, 'margin'> {
  const { page, endings, beginnings, closing } = survey
  const last = from.atoms.at(-1) ?? 0
  const first = to.atoms[0] ?? 0
  const open = endings[last] === 'open' || endings[last] === 'pause'
  const evidence: JoinEvidence[] = []
  const add = (kind: string, weight: number, reason: string): void => {
    if (weight !== 0) evidence.push({ kind, weight: Math.round(weight * 100) / 100, reason })
  }
  const read = open ? seam(model, page, last, first) : null
  if (open) add('syntax', UNFINISHED, '前段句子未完')
  if (beginnings[first] === 'clinging') add('syntax', open ? 1 : -3, '后段不能起句')
  if (closing[last] === true) add('syntax', -6, '前段已至文末')
  if (read !== null && read.word !== null) {
    add('word-cut', read.score, `断处合成一词“${read.word}”`)
  } else if (read !== null && read.score > 0) add('syntax', read.score, '断处字句相连')
  add('cohesion', Math.max(-1.5, together), together > 0 ? '两段用词相近' : '两段用词不同')
  add('position', -0.25 * Math.abs(steps) - (steps < 0 ? 2.5 : 0), '两段在文件中的距离')
  add('position', -1.5, '两段之间没有连续的文字')
  const into = page.atoms[first]?.jumpIn ?? null
  const out = page.atoms[last]?.jumpOut ?? null
  addJump(evidence, out, into)
  // The note says that the beginning stands on another page: mostly one that is not here.
  if (into !== null && out === null) add('jump-line', -3, '后段接自他版')
  const before = survey.repeats[first - 1] ?? -1
  if (before >= 0 && from.atoms.includes(before))
    add('repeated-headline', 6, '后段之前重出前文标题')
  const gain = evidence.reduce((sum, { weight }) => sum + weight, 0)
  const fits = (read?.score ?? 0) >= 2 || (out !== null && into !== null)
  const lacuna = !fits && (open || beginnings[first] === 'clinging')
  return { from: from.id, to: to.id, gain, lacuna, evidence }
}
