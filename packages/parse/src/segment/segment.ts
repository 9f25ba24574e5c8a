import type { Certainty } from '@huijiao/ast'
import type {
  Doubt,
  JoinEvidence,
  Segmentation,
  SegmentedWork,
  Source,
  Tile,
  WitnessText,
  WorkSpec,
} from '../model.ts'
import { pageOf } from './atoms.ts'
import { blocksOf } from './blocks.ts'
import { foldText } from './content.ts'
import { doubtsOf } from './doubts.ts'
import type { Likeness } from './likeness.ts'
import { findMatches } from './matches.ts'
import { countNgrams } from './ngrams.ts'
import { type Mend, mendOrphans } from './orphans.ts'
import { type Overrides, resolveOverrides } from './overrides.ts'
import { recensionsOf } from './recensions.ts'
import { type Run, runsOf } from './runs.ts'
import { findSections } from './sections.ts'
import { type FoundWork, matchSpecs } from './specs.ts'
import { type Survey, survey } from './survey.ts'
import { bodyOf, foldedAtoms } from './text.ts'
import { threadsOf } from './threading.ts'
import { type Mark, tilesOf } from './tiles.ts'
import { dealTitles, same, type TitleOf } from './titles.ts'
import { type Cluster, clusterThreads } from './works.ts'

/**
 * Finds the works in scrambled sources: which pieces of which file belong to which work, in which order
 * and how joined. `specs` are the works of the edition; null finds works without help, named `work-1`
 * and so on in the order of the files.
 *
 * Atoms → links → threads → clusters → runs → blocks: each step is one file of this folder.
 *
 * @throws {InputError} where a quotation of a specification stands nowhere, or in several places.
 */
export function segment(
  sources: readonly Source[],
  specs: readonly WorkSpec[] | null,
): Segmentation {
  const pages = sources.map(pageOf)
  const model = countNgrams(pages)
  const matches = findMatches(pages)
  const titles = (specs ?? []).filter((spec) => !spec.supplied).map((spec) => spec.title)
  const surveys = survey(pages, matches, model, titles)
  const overrides = resolveOverrides(specs, surveys)
  const threads = threadsOf(surveys, model, overrides)
  const { clusters, likenesses } = clusterThreads(threads, surveys, matches)
  const sections = findSections(clusters, surveys)
  const whole = withSections(clusters, sections)
  const mends = [...sections, ...mendOrphans(whole, surveys, likenesses, model)]
  const mended = mendClusters(whole, mends)
  const drafts = mended.map((cluster) => runsOf(cluster, surveys, likenesses, mends))
  const dealt = dealTitles(drafts, surveys, titles.map(foldText))
  const found = drafts.map((runs, index) => foundWork(runs, dealt, index, surveys, overrides))
  const named = specs === null ? found.map(() => -1) : matchSpecs(found, specs)
  const built = drafts.map((runs, index) => {
    const spec = specs?.[named[index] ?? -1] ?? null
    const id = spec?.id ?? ''
    return buildWork(id, runs, index, dealt, surveys, likenesses, spec)
  })
  return finish(built, drafts, dealt, surveys, specs)
}

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
  { labels }: Overrides,
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
        run.steps.flatMap(({ atom }) => labels.get(`${run.source}:${atom}`) ?? []),
      ),
    ),
  }
}

interface BuiltWork {
  readonly work: SegmentedWork
  readonly headlines: readonly TitleOf[]
  readonly draft: number
}

function buildWork(
  id: string,
  runs: readonly Run[],
  draft: number,
  dealt: readonly TitleOf[],
  surveys: readonly Survey[],
  likenesses: readonly Likeness[],
  spec: WorkSpec | null,
): BuiltWork {
  const wanted = spec === null || spec.supplied ? null : foldText(spec.title)
  const headlines = dealt.filter((title) => title.work === draft)
  const kept = headlines.filter((title) => isTitle(title, wanted, surveys))
  const { recensions, ids } = recensionsOf(runs, surveys, likenesses, spec)
  const taken = new Set(
    dealt.flatMap(({ source, atoms }) => atoms.map((atom) => `${source}:${atom}`)),
  )
  const texts = runs.flatMap((run, index): WitnessText[] => {
    const survey = surveys[run.source]
    if (survey === undefined) return []
    const own = kept.filter((title) => title.source === run.source).flatMap(({ atoms }) => atoms)
    const steps = run.steps.filter(({ atom }) => !taken.has(`${run.source}:${atom}`))
    const blocks = blocksOf(survey, surveys, own, steps)
    const recension = ids[index] ?? null
    if (blocks.length === 0) return []
    return [
      {
        work: id,
        siglum: survey.page.source.siglum,
        file: survey.page.source.file,
        ...(recension === null ? {} : { recension }),
        blocks,
        ...assignment(run, runs, own.length > 0, likenesses),
      },
    ]
  })
  return { work: { id, texts, recensions }, headlines, draft }
}

/** Whether a headline is the work's title, not the newspaper's own. */
function isTitle(title: TitleOf, wanted: string | null, surveys: readonly Survey[]): boolean {
  const survey = surveys[title.source]
  if (survey === undefined) return false
  if (wanted !== null) return same(foldedAtoms(survey, title.atoms), wanted)
  return !title.own
}

/** Why a source is taken to have this work. */
function assignment(
  run: Run,
  runs: readonly Run[],
  titled: boolean,
  likenesses: readonly Likeness[],
): { readonly certainty: Certainty; readonly evidence: readonly JoinEvidence[] } {
  const own = new Set(run.threads.map(({ id }) => id))
  const others = new Set(runs.flatMap(({ threads }) => threads.map(({ id }) => id)))
  const shared = likenesses
    .filter((pair) => own.has(pair.one) !== own.has(pair.two))
    .filter((pair) => others.has(pair.one) && others.has(pair.two))
    .reduce((most, pair) => Math.max(most, pair.shared), 0)
  const evidence: JoinEvidence[] = []
  if (titled) evidence.push({ kind: 'title', weight: 6, reason: '有本篇标题' })
  if (shared > 0) {
    evidence.push({
      kind: 'overlap',
      weight: Math.min(12, shared / 10),
      reason: `与他本同文${shared}字`,
    })
  }
  if (evidence.length === 0) {
    evidence.push({ kind: 'position', weight: 1, reason: '无标题，他本亦无此文，据前后文归并' })
  }
  const weight = evidence.reduce((sum, item) => sum + item.weight, 0)
  return { certainty: weight >= 5 ? 'high' : weight >= 2 ? 'medium' : 'low', evidence }
}

/** Orders and names the works, tiles the sources, lists the doubts. */
function finish(
  built: readonly BuiltWork[],
  drafts: readonly (readonly Run[])[],
  dealt: readonly TitleOf[],
  surveys: readonly Survey[],
  specs: readonly WorkSpec[] | null,
): Segmentation {
  const rank = (id: string): number => {
    const at = (specs ?? []).findIndex((spec) => spec.id === id)
    return at < 0 ? Number.POSITIVE_INFINITY : at
  }
  const ordered = [...built].sort((a, b) =>
    rank(a.work.id) === rank(b.work.id) ? a.draft - b.draft : rank(a.work.id) - rank(b.work.id),
  )
  let unnamed = 0
  const used = new Set((specs ?? []).map((spec) => spec.id))
  const works: SegmentedWork[] = []
  const names = new Map<number, string>()
  for (const { work, draft } of ordered) {
    let id = work.id
    while (id === '') {
      const candidate = `work-${++unnamed}`
      if (!used.has(candidate)) id = candidate
    }
    names.set(draft, id)
    if (work.texts.length === 0) continue
    works.push({ ...work, id, texts: work.texts.map((text) => ({ ...text, work: id })) })
  }
  for (const spec of specs ?? []) {
    if (!works.some(({ id }) => id === spec.id))
      works.push({ id: spec.id, texts: [], recensions: [] })
  }
  const tiles = surveys.flatMap((survey, source) =>
    tilesOf(survey.page, marksOf(survey, source, works, drafts, dealt, names)),
  )
  return { works, tiles, doubts: doubtsOf(works, tiles, surveys, specs) }
}

function marksOf(
  survey: Survey,
  source: number,
  works: readonly SegmentedWork[],
  drafts: readonly (readonly Run[])[],
  dealt: readonly TitleOf[],
  names: ReadonlyMap<number, string>,
): Mark[] {
  const { page } = survey
  const owner = new Map<number, string>()
  for (const [draft, runs] of drafts.entries()) {
    const name = names.get(draft)
    for (const run of runs) {
      if (run.source !== source || name === undefined) continue
      for (const { atom } of run.steps) owner.set(atom, name)
    }
  }
  for (const title of dealt) {
    const name = names.get(title.work)
    if (title.source !== source || name === undefined) continue
    for (const atom of title.atoms) owner.set(atom, name)
  }
  const marks: Mark[] = page.furniture.map((span) => {
    const near = page.atoms.findLast((atom) => atom.end <= span.start)
    const next = page.atoms.find((atom) => atom.start >= span.end)
    const jump = [near, next].find(
      (atom) => atom?.jumpOut?.start === span.start || atom?.jumpIn?.start === span.start,
    )
    const work = span.kind === 'jump-line' ? owner.get(jump?.index ?? -1) : undefined
    return {
      start: span.start,
      end: span.end,
      role: span.kind,
      ...(work === undefined ? {} : { work }),
    }
  })
  const covered = new Set<number>()
  for (const work of works) {
    for (const text of work.texts) {
      if (text.file !== page.source.file) continue
      for (const { start, end } of text.blocks.flatMap((block) => block.parts)) {
        marks.push({ start, end, role: 'text', work: work.id })
        covered.add(start)
      }
    }
  }
  for (const atom of page.atoms) {
    if (covered.has(atom.start)) continue
    const first = survey.repeats[atom.index] ?? -1
    const work = owner.get(first >= 0 ? first : atom.index)
    const role: Tile['role'] = first >= 0 ? 'repeated-headline' : 'newspaper-headline'
    marks.push({ start: atom.start, end: atom.end, role, ...(work === undefined ? {} : { work }) })
  }
  return marks
}

export type { Doubt }
