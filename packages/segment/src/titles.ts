import { titleAffinities, titleLikeness } from './affinity.ts'
import { assign } from './assign.ts'
import type { Run } from './runs.ts'
import type { Survey } from './survey.ts'
import { bodyOf, foldedAtoms } from './text.ts'

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
      run.threads.flatMap((thread) => {
        const survey = surveys[thread.source]
        if (thread.titles === 0 || survey === undefined) return []
        const atoms = thread.atoms.slice(0, thread.titles)
        return [{ source: run.source, atoms, work, text: foldedAtoms(survey, atoms) }]
      }),
    ),
  )
  const bodyOfWork = (work: number): string =>
    (drafts[work] ?? [])
      .flatMap((run) => run.threads.map((thread) => bodyOf(thread, surveys)))
      .join('')
  const confirmed = found.map((title) => isConfirmed(title, found))
  const result: TitleOf[] = []
  for (const source of surveys.keys()) {
    const here = found.flatMap((title, index) =>
      title.source === source ? [{ title, index }] : [],
    )
    const loose = here.filter(({ index }) => confirmed[index] !== true)
    for (const { title, index } of here) {
      if (confirmed[index] === true) result.push({ ...title, own: false, moved: false })
    }
    const conflict = loose.some(({ title }) =>
      found.some(
        (other, index) => other.work === title.work && other !== title && confirmed[index] === true,
      ),
    )
    const works = candidates(drafts, source, here, confirmed)
    if (!conflict || works.length < 2 || surveys[source]?.ordered === true) {
      for (const { title } of loose) {
        const own =
          surveys[source]?.ordered !== true &&
          found.some((other, at) => other.work === title.work && confirmed[at] === true)
        result.push({ ...title, own, moved: false })
      }
      continue
    }
    const affinities = titleAffinities(
      loose.map(({ title }) => title.text),
      works.map(bodyOfWork),
    )
    const titled = (work: number): boolean =>
      found.some((other, at) => other.work === work && confirmed[at] === true)
    const pairs = loose.flatMap(({ title }, row) => {
      // What the edition names is the title of some work: hardly of one that has another.
      const named = known.some((name) => same(title.text, name))
      return works.map((work, column) => ({
        row,
        column,
        gain:
          5 +
          10 * (affinities[row]?.[column] ?? 0) +
          (title.work === work ? 0.5 : 0) -
          (named && titled(work) ? 4 : 0),
      }))
    })
    const taken = new Set<number>()
    for (const { row, column } of assign(loose.length, works.length, pairs)) {
      const title = loose[row]?.title
      const work = works[column]
      if (title === undefined || work === undefined) continue
      taken.add(row)
      result.push({ ...title, work, own: titled(work), moved: work !== title.work })
    }
    for (const [row, { title }] of loose.entries()) {
      if (!taken.has(row)) result.push({ ...title, own: true, moved: false })
    }
  }
  return result
}

type Found = { source: number; atoms: readonly number[]; work: number; text: string }

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

/** Works that this source has, and has no confirmed headline for. */
function candidates(
  drafts: readonly (readonly Run[])[],
  source: number,
  here: readonly { readonly title: Found; readonly index: number }[],
  confirmed: readonly boolean[],
): number[] {
  return drafts.flatMap((runs, work) => {
    if (!runs.some((run) => run.source === source)) return []
    const settled = here.some(
      ({ title, index }) => title.work === work && confirmed[index] === true,
    )
    return settled ? [] : [work]
  })
}
