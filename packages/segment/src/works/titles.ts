import { titleAffinities, titleLikeness } from '../match/affinity.ts'
import { assign } from '../order/assign.ts'
import { bodyOf, foldedAtoms } from '../order/text.ts'
import type { Survey } from '../survey/survey.ts'
import type { Run } from './runs.ts'

/** A headline of one source, and the draft (by index) of the work that it stands over. */
export interface TitleOf {
  readonly source: number
  readonly atoms: readonly number[]
  readonly work: number
  /** A newspaper's own headline: the work is known by another. */
  readonly own: boolean
  /** It stands apart from its text. */
  readonly moved: boolean
}

/** Least likeness of two headlines that are one. */
const SAME = 0.6

/**
 * Decides which headline belongs to which work. A headline that other sources have over the same text
 * stays; those that contradict one another are dealt out anew within their source, by what they have in
 * common with the texts.
 */
export function dealTitles(
  drafts: readonly (readonly Run[])[],
  surveys: readonly Survey[],
  known: readonly string[],
): TitleOf[] {
  const found = drafts.flatMap((runs, work) =>
    runs.flatMap((run) =>
      run.threads.flatMap((thread): Found[] => {
        const survey = surveys[thread.source]
        if (thread.titles === 0 || survey === undefined) return []
        const atoms = thread.atoms.slice(0, thread.titles)
        return [{ source: run.source, atoms, work, text: foldedAtoms(survey, atoms) }]
      }),
    ),
  )
  const confirmed = new Set(found.filter((title) => isConfirmed(title, found)))
  const titled = new Set([...confirmed].map(({ work }) => work))
  return surveys.flatMap((survey, source) => {
    const here = found.filter((title) => title.source === source)
    const settled = here.filter((title) => confirmed.has(title))
    const loose = here.filter((title) => !confirmed.has(title))
    const works = drafts.flatMap((runs, work) =>
      runs.some((run) => run.source === source) && !settled.some((title) => title.work === work)
        ? [work]
        : [],
    )
    const stays = settled.map((title) => ({ ...title, own: false, moved: false }))
    const conflict = loose.some(({ work }) => titled.has(work))
    if (!conflict || works.length < 2 || survey.ordered) {
      const own = ({ work }: Found): boolean => !survey.ordered && titled.has(work)
      return [...stays, ...loose.map((title) => ({ ...title, own: own(title), moved: false }))]
    }
    const bodies = works.map((work) => bodyOfWork(drafts[work] ?? [], surveys))
    return [...stays, ...dealtAnew(loose, { works, bodies }, titled, known)]
  })
}

const bodyOfWork = (runs: readonly Run[], surveys: readonly Survey[]): string =>
  runs.flatMap((run) => run.threads.map((thread) => bodyOf(thread, surveys))).join('')

/**
 * The headlines of one source that no other confirms, each over the work with which it has most in common.
 *
 * @param titled works that have a confirmed headline
 * @param known titles that the edition gives
 */
function dealtAnew(
  loose: readonly Found[],
  { works, bodies }: { readonly works: readonly number[]; readonly bodies: readonly string[] },
  titled: ReadonlySet<number>,
  known: readonly string[],
): TitleOf[] {
  const affinities = titleAffinities(
    loose.map(({ text }) => text),
    bodies,
  )
  const pairs = loose.flatMap((title, row) => {
    // What the edition names is the title of some work: hardly of one that has another.
    const named = known.some((name) => same(title.text, name))
    return works.map((work, column) => ({
      row,
      column,
      gain:
        5 +
        10 * (affinities[row]?.[column] ?? 0) +
        (title.work === work ? 0.5 : 0) -
        (named && titled.has(work) ? 4 : 0),
    }))
  })
  const dealt = assign(loose.length, works.length, pairs)
  const taken = new Set(dealt.map(({ row }) => row))
  return [
    ...dealt.flatMap(({ row, column }): TitleOf[] => {
      const [title, work] = [loose[row], works[column]]
      if (title === undefined || work === undefined) return []
      return [{ ...title, work, own: titled.has(work), moved: work !== title.work }]
    }),
    ...loose.flatMap((title, row) =>
      taken.has(row) ? [] : [{ ...title, own: true, moved: false }],
    ),
  ]
}

interface Found {
  readonly source: number
  readonly atoms: readonly number[]
  readonly work: number
  readonly text: string
}

/** Another source has it over the same work. */
function isConfirmed(title: Found, found: readonly Found[]): boolean {
  return found.some(
    (other) =>
      other.source !== title.source && other.work === title.work && same(title.text, other.text),
  )
}

/** Headlines differ by a subtitle or a misread character and are the same. */
export function same(one: string, two: string): boolean {
  if (one === '' || two === '') return false
  const [shorter, longer] = one.length <= two.length ? [one, two] : [two, one]
  if (shorter.length >= 4 && longer.startsWith(shorter)) return true
  return (
    titleLikeness(one, two) >= SAME ||
    titleLikeness(shorter, longer.slice(0, shorter.length)) >= 0.7
  )
}
