import type { Segmentation, Source, TextsSpec, WorkSpec } from '@huijiao/model'
import { buildWork } from './blocks/build.ts'
import { finish } from './blocks/finish.ts'
import { fold, partingsOf, unfold } from './columns/unfold.ts'
import { labelSources } from './copies/labelled.ts'
import { withoutBoilerplate } from './leftout/boilerplate.ts'
import { withoutOmitted } from './leftout/omit.ts'
import { withoutEchoes } from './match/echoes.ts'
import { findMatches } from './match/matches.ts'
import { countNgrams } from './match/ngrams.ts'
import { bodyOf, foldedAtoms } from './order/text.ts'
import { threadsOf } from './order/threading.ts'
import { pageOf } from './page/atoms.ts'
import { foldText } from './page/content.ts'
import type { Page } from './page/types.ts'
import { type Survey, survey } from './survey/survey.ts'
import { editorsWord } from './word/editors-word.ts'
import { wholeFiles } from './word/files.ts'
import { placeKey, type Word } from './word/word.ts'
import { absorbEmbedded } from './works/embedded.ts'
import { byThreads, type Likeness } from './works/likeness.ts'
import { inOneOrder } from './works/moved.ts'
import { type Mend, mendOrphans } from './works/orphans.ts'
import { type Run, runsOf } from './works/runs.ts'
import { type FoundWork, matchSpecs } from './works/specs.ts'
import { dealTitles, type TitleOf } from './works/titles.ts'
import { type Cluster, clusterThreads } from './works/works.ts'

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
  const whole = wholeFiles(specs ?? [], sources)
  const labels = labelSources(
    unfolded.map((own) => own.source),
    new Set(whole.keys()),
  )
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
  const mends = mendOrphans(clusters, surveys, likenesses, model)
  const mended = mendClusters(clusters, mends)
  const byThread = byThreads(likenesses)
  const onward = new Map(mends.map((mend) => [mend.from, mend]))
  const drafts = mended.map((cluster) => {
    const runs = runsOf(
      cluster,
      surveys,
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
    const own = byWork.get(index) ?? []
    const ids = runs.flatMap((run) => run.threads.map((thread) => thread.id))
    return buildWork(
      { index, runs, headlines: { own, taken }, likenesses: within(ids, byThread) },
      surveys,
      spec,
    )
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
