import type { JoinReason } from '@huijiao/ast'
import type { JoinEvidence } from '@huijiao/model'
import type { NgramModel } from '../match/ngrams.ts'
import { seam } from '../match/seam.ts'
import { assign } from '../order/assign.ts'
import { addJump, UNFINISHED } from '../order/evidence.ts'
import { bodyOf } from '../order/text.ts'
import type { Thread } from '../order/threads.ts'
import type { Survey } from '../survey/survey.ts'
import type { Profile } from '../survey/topics.ts'
import type { Likeness } from './likeness.ts'
import type { Cluster } from './works.ts'

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
 * thread that it continues: as one assignment over the loose ends of each source. "Text is missing
 * here" joins two loose ends that belong together and do not fit.
 */
export function mendOrphans(
  clusters: readonly Cluster[],
  surveys: readonly Survey[],
  likenesses: readonly Likeness[],
  model: NgramModel,
): Mend[] {
  const home = new Map<number, number>()
  for (const [index, cluster] of clusters.entries()) {
    for (const thread of cluster.threads) home.set(thread.id, index)
  }
  const covers = coverage(clusters, home, likenesses)
  const threads = clusters.flatMap((cluster) => cluster.threads)
  const sources = clusters.map((cluster) => new Set(cluster.threads.map(({ source }) => source)))
  const titled = new Set(
    clusters.flatMap((cluster, index) =>
      cluster.threads.some(({ titles }) => titles > 0) ? [index] : [],
    ),
  )
  const mends: Mend[] = []
  for (const [source, survey] of surveys.entries()) {
    if (survey.ordered) continue
    const own = threads
      .filter((thread) => thread.source === source)
      .sort((a, b) => (a.atoms[0] ?? 0) - (b.atoms[0] ?? 0))
    if (own.length < 2) continue
    mends.push(...mendSource(own, survey, { surveys, home, sources, titled, covers, model }))
  }
  return mends
}

/** What is known of all threads when those of one source are mended. */
interface Known {
  readonly surveys: readonly Survey[]
  /** By thread: its cluster. */
  readonly home: ReadonlyMap<number, number>
  /** By cluster: the sources that it has. */
  readonly sources: readonly ReadonlySet<number>[]
  /** Clusters with a title. */
  readonly titled: ReadonlySet<number>
  readonly covers: ReadonlyMap<number, Cover>
  readonly model: NgramModel
}

/** Characters that other sources of the same work have before a thread's beginning and after its end. */
interface Cover {
  readonly before: number
  readonly after: number
}

function coverage(
  clusters: readonly Cluster[],
  home: ReadonlyMap<number, number>,
  likenesses: readonly Likeness[],
): ReadonlyMap<number, Cover> {
  const lengths = new Map(
    clusters.flatMap(({ threads }) =>
      threads.map(({ id, length }): [number, number] => [id, length]),
    ),
  )
  const covers = new Map<number, Cover>()
  const note = (id: number, before: number, after: number): void => {
    const known = covers.get(id) ?? { before: 0, after: 0 }
    covers.set(id, { before: Math.max(known.before, before), after: Math.max(known.after, after) })
  }
  for (const { one, two, spanOne, spanTwo } of likenesses) {
    if (home.get(one) !== home.get(two)) continue
    const [first, second] = [lengths.get(one) ?? 0, lengths.get(two) ?? 0]
    note(one, spanTwo[0] - spanOne[0], second - spanTwo[1] - (first - spanOne[1]))
    note(two, spanOne[0] - spanTwo[0], first - spanOne[1] - (second - spanTwo[1]))
  }
  return covers
}

/** What other sources may have beyond an edge and still end, or begin, there. */
const EDGE = 12

function mendSource(
  own: readonly Thread[],
  survey: Survey,
  { surveys, home, sources, titled, covers, model }: Known,
): Mend[] {
  const known = new Map<number, Profile>()
  const profileOf = (thread: Thread): Profile => {
    const found = known.get(thread.id) ?? survey.topics.profile(bodyOf(thread, surveys))
    known.set(thread.id, found)
    return found
  }
  const mends: Mend[] = []
  for (const [column, to] of own.entries()) {
    if (to.titles > 0 || survey.opening[to.atoms[0] ?? 0] === true) continue
    if ((covers.get(to.id)?.before ?? 0) > EDGE || titled.has(home.get(to.id) ?? -1)) continue
    const first = Math.max(0, column - REACH)
    for (let row = first; row < Math.min(own.length, column + REACH + 1); row++) {
      const from = own[row]
      if (from === undefined || row === column) continue
      if ((covers.get(from.id)?.after ?? 0) > EDGE) continue
      const [mine, theirs] = [home.get(from.id) ?? -1, home.get(to.id) ?? -1]
      if (from.label !== null && to.label !== null && from.label !== to.label) continue
      if (mine === theirs) continue
      const together = survey.topics.compare(profileOf(from), profileOf(to))
      const mend = weigh(from, to, { steps: column - row, together }, survey, model)
      const doubt = apart(sources[mine], sources[theirs], survey, surveys) ? APART : 0
      const gain = mend.gain - doubt
      if (gain > 0) mends.push({ ...mend, gain, margin: 0 })
    }
  }
  return choose(own, mends, home)
}

/** What it speaks against two texts being one that another source has both and not as one, in nats. */
const APART = 2.5

/** Whether another source has both works: were they one, it would have them so. */
function apart(
  one: ReadonlySet<number> | undefined,
  two: ReadonlySet<number> | undefined,
  survey: Survey,
  surveys: readonly Survey[],
): boolean {
  if (one === undefined || two === undefined) return false
  return [...one].some((source) => two.has(source) && surveys[source] !== survey)
}

/** The best one-to-one set of mends that joins no work to itself. */
function choose(
  own: readonly Thread[],
  mends: readonly Mend[],
  home: ReadonlyMap<number, number>,
): Mend[] {
  const index = new Map(own.map(({ id }, at) => [id, at]))
  const pairs = mends.map(({ from, to, gain }) => ({
    row: index.get(from) ?? 0,
    column: index.get(to) ?? 0,
    gain,
  }))
  const byPair = new Map(mends.map((mend) => [`${mend.from}-${mend.to}`, mend]))
  const group = new Map(own.map(({ id }) => [id, home.get(id) ?? -1]))
  return assign(own.length, own.length, pairs).flatMap(({ row, column, margin }) => {
    const [from, to] = [own[row]?.id ?? -1, own[column]?.id ?? -1]
    const mend = byPair.get(`${from}-${to}`)
    const [mine, theirs] = [group.get(from), group.get(to)]
    if (mend === undefined || mine === undefined || mine === theirs) return []
    for (const [id, value] of group) if (value === theirs) group.set(id, mine)
    // A headline set again tells of which text a piece is, not where in it.
    const named = mend.evidence.reduce(
      (s, e) => s + (e.reason.kind === 'repeated-headline' ? e.weight : 0),
      0,
    )
    return [{ ...mend, margin: Math.max(0, Math.min(margin, mend.gain - named)) }]
  })
}

function weigh(
  from: Thread,
  to: Thread,
  { steps, together }: { readonly steps: number; readonly together: number },
  survey: Survey,
  model: NgramModel,
): Omit<Mend, 'margin'> {
  const { page, endings, beginnings, closing } = survey
  const last = from.atoms.at(-1) ?? 0
  const first = to.atoms[0] ?? 0
  const open = endings[last] === 'open' || endings[last] === 'pause'
  const evidence: JoinEvidence[] = []
  const add = (weight: number, reason: JoinReason): void => {
    if (weight !== 0) evidence.push({ weight: Math.round(weight * 100) / 100, reason })
  }
  const read = open ? seam(model, page, last, first) : null
  if (open) add(UNFINISHED, { kind: 'unfinished' })
  if (beginnings[first] === 'clinging') add(open ? 1 : -3, { kind: 'clinging' })
  if (closing[last] === true) add(-6, { kind: 'complete' })
  if (read !== null && read.word !== null) {
    add(read.score, { kind: 'word-cut', word: read.word })
  } else if (read !== null && read.score > 0) add(read.score, { kind: 'fit', fits: true })
  add(Math.max(-1.5, together), { kind: 'cohesion' })
  const into = page.atoms[first]?.jumpIn ?? null
  const out = page.atoms[last]?.jumpOut ?? null
  const next = first === last + 1 && into === null && out === null
  if (next) add(survey.flow, { kind: 'position', distance: 'next' })
  else {
    add(-0.25 * Math.abs(steps) - (steps < 0 ? 2.5 : 0), { kind: 'position', distance: 'apart' })
    add(-1.5, { kind: 'position', distance: 'loose' })
  }
  addJump(evidence, out, into)
  // The note says that the beginning stands on another page: mostly one that is not here.
  if (into !== null && out === null) add(-3, { kind: 'jump-line', state: 'elsewhere' })
  const before = survey.repeats[first - 1] ?? -1
  if (before >= 0 && from.atoms.includes(before))
    add(6, { kind: 'repeated-headline', at: 'before' })
  const gain = evidence.reduce((sum, { weight }) => sum + weight, 0)
  const fits = (read?.score ?? 0) >= 2 || (out !== null && into !== null)
  const lacuna = !fits && (open || beginnings[first] === 'clinging')
  return { from: from.id, to: to.id, gain, lacuna, evidence }
}
