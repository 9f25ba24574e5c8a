import type { Segmentation, Source, TextsSpec, WorkSpec } from '@huijiao/model'
import { pageOf } from './atoms.ts'
import { withoutBoilerplate } from './boilerplate.ts'
import { buildWork } from './build.ts'
import { foldText } from './content.ts'
import { withoutEchoes } from './echoes.ts'
import { absorbEmbedded } from './embedded.ts'
import { finish } from './finish.ts'
import { byThreads, type Likeness } from './likeness.ts'
import { labelSources } from './labelled.ts'
import { findMatches } from './matches.ts'
import { inOneOrder } from './moved.ts'
import { countNgrams } from './ngrams.ts'
import { type Mend, mendOrphans } from './orphans.ts'
import { withoutOmitted } from './omit.ts'
import { type Run, runsOf } from './runs.ts'
import { findSections } from './sections.ts'
import { type FoundWork, matchSpecs } from './specs.ts'
import { type Survey, survey } from './survey.ts'
import { bodyOf, foldedAtoms } from './text.ts'
import { threadsOf } from './threading.ts'
import { dealTitles, type TitleOf } from './titles.ts'
import type { Page } from './types.ts'
import { fold, partingsOf, unfold } from './unfold.ts'
import { editorsWord, placeKey, type Word } from './word.ts'
import { type Cluster, clusterThreads } from './works.ts'

/**
 * Finds the works in scrambled sources: which pieces of which file belong to which work, in which order
 * and how joined. `specs` are the works of the edition; null finds works without help, named `work-1`
 * and so on in the order of the files.
 *
 * Columns → atoms → links → threads → clusters → runs → blocks: each step is one file of this folder.
 *
 * @throws {InputError} where a quotation of a specification stands nowhere, or in several places.
 */
export function segment(
  sources: readonly Source[],
  specs: readonly WorkSpec[] | null,
  texts: TextsSpec = {},
): Segmentation {
  const unfolded = unfold(sources)
  const labels = labelSources(unfolded.map((own) => own.source))
  const read = unfolded.map((own, index) =>
    pageOf(own.source, index, partingsOf(own), labels[index]),
  )
  const pages = withoutOmitted(withoutBoilerplate(read), texts.omit ?? [])
  return fold(segmentPages(pages, specs, texts), unfolded)
}

function segmentPages(
  pages: readonly Page[],
  specs: readonly WorkSpec[] | null,
  texts: TextsSpec,
): Segmentation {
  const model = countNgrams(pages)
  const matches = withoutEchoes(findMatches(pages))
  const titles = (specs ?? []).filter((spec) => !spec.supplied).map((spec) => spec.title)
  const seen = survey(pages, matches, model, titles)
  const word = editorsWord(specs, texts, seen)
  const { threads, surveys } = threadsOf(seen, model, word)
  const { clusters: clustered, likenesses } = clusterThreads(threads, surveys, matches)
  const clusters = absorbEmbedded(clustered, surveys)
  const sections = findSections(clusters, surveys)
  const whole = withSections(clusters, sections)
  const mends = [...sections, ...mendOrphans(whole, surveys, likenesses, model)]
  const mended = mendClusters(whole, mends)
  const byThread = byThreads(likenesses)
  const onward = new Map(mends.map((mend) => [mend.from, mend]))
  const drafts = mended.map((cluster) => {
    const runs = runsOf(
      cluster,
      surveys,
      byThread,
      cluster.threads.flatMap(({ id }) => onward.get(id) ?? []),
      word,
    )
    return word.orders.has(labelOf(cluster) ?? -1) ? runs : inOneOrder(runs, surveys, matches)
  })
  const dealt = dealTitles(drafts, surveys, titles.map(foldText))
  const named =
    specs === null
      ? drafts.map(() => -1)
      : matchSpecs(
          drafts.map((runs, index) => foundWork(runs, dealt, index, surveys, word)),
          specs,
        )
  const taken = new Set(
    dealt.flatMap(({ source, atoms }) => atoms.map((atom) => `${source}:${atom}`)),
  )
  const byWork = new Map<number, TitleOf[]>()
  for (const title of dealt) byWork.set(title.work, [...(byWork.get(title.work) ?? []), title])
  const built = drafts.map((runs, index) => {
    const spec = specs?.[named[index] ?? -1] ?? null
    const id = spec?.id ?? ''
    const own = byWork.get(index) ?? []
    const ids = runs.flatMap((run) => run.threads.map((thread) => thread.id))
    return buildWork(id, runs, index, { own, taken }, surveys, within(ids, byThread), spec)
  })
  return finish(built, drafts, dealt, surveys, specs)
}

/** The likenesses of some threads with one another. */
function within(
  ids: readonly number[],
  byThread: ReadonlyMap<number, readonly Likeness[]>,
): Likeness[] {
  const own = new Set(ids)
  return ids.flatMap((id) =>
    (byThread.get(id) ?? []).filter(({ one, two }) => one === id && own.has(two)),
  )
}

/** The work that the editor says a cluster is; null where nothing is said. */
const labelOf = ({ threads }: Cluster): number | null =>
  threads.find(({ label }) => label !== null)?.label ?? null

/** The headlines of sections are no titles. */
function withSections(clusters: readonly Cluster[], sections: readonly Mend[]): Cluster[] {
  const headed = new Set(sections.map(({ to }) => to))
  const plain = clusters.map(({ threads }) => ({
    threads: threads.map((thread) => (headed.has(thread.id) ? { ...thread, titles: 0 } : thread)),
  }))
  return mendClusters(plain, sections)
}

/** Joins the clusters that mends lead over. */
function mendClusters(clusters: readonly Cluster[], mends: readonly Mend[]): Cluster[] {
  const home = new Map<number, number>()
  const groups = new Map<number, Cluster>()
  for (const [index, cluster] of clusters.entries()) {
    groups.set(index, cluster)
    for (const { id } of cluster.threads) home.set(id, index)
  }
  for (const { from, to } of mends) {
    const [one, two] = [home.get(from) ?? -1, home.get(to) ?? -1]
    const [left, right] = [groups.get(one), groups.get(two)]
    if (one === two || left === undefined || right === undefined) continue
    groups.set(one, { threads: [...left.threads, ...right.threads] })
    groups.delete(two)
    for (const { id } of right.threads) home.set(id, one)
  }
  return [...groups.values()]
}

function foundWork(
  runs: readonly Run[],
  dealt: readonly TitleOf[],
  work: number,
  surveys: readonly Survey[],
  word: Word,
): FoundWork {
  const titles = dealt.flatMap((title) => {
    const survey = surveys[title.source]
    if (title.work !== work || title.own || survey === undefined) return []
    const [first] = title.atoms
    return first === undefined
      ? []
      : [foldedAtoms(survey, [first]), foldedAtoms(survey, title.atoms)]
  })
  return {
    titles,
    body: runs.flatMap((run) => run.threads.map((thread) => bodyOf(thread, surveys))).join(''),
    labels: new Set(
      runs.flatMap((run) =>
        run.steps.flatMap(
          ({ atom }) =>
            word.whole.get(run.source) ?? word.labels.get(placeKey(run.source, atom)) ?? [],
        ),
      ),
    ),
  }
}
