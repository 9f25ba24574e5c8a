import type { Certainty } from '@huijiao/ast'
import type { JoinEvidence, SegmentedWork, WitnessText, WorkSpec } from '@huijiao/model'
import { foldedAtoms } from '../order/text.ts'
import { foldText } from '../page/content.ts'
import type { Survey } from '../survey/survey.ts'
import type { Likeness } from '../works/likeness.ts'
import { recensionsOf } from '../works/recensions.ts'
import type { Run, Step } from '../works/runs.ts'
import { same, type TitleOf } from '../works/titles.ts'
import { blocksOf } from './blocks.ts'

/** A work found, before it has its place among the others. */
export interface BuiltWork {
  readonly work: SegmentedWork
  readonly draft: number
}

/** Headlines of all works: those of this one, and the atoms that are headlines of any. */
interface Headlines {
  readonly own: readonly TitleOf[]
  readonly taken: ReadonlySet<string>
}

/** A work as it was put together. */
interface Draft {
  readonly index: number
  readonly runs: readonly Run[]
  readonly headlines: Headlines
  /** Those of its threads with one another. */
  readonly likenesses: readonly Likeness[]
}

/** The witness texts of one work. */
export function buildWork(
  { index: draft, runs, headlines: { own: headlines, taken }, likenesses }: Draft,
  surveys: readonly Survey[],
  spec: WorkSpec | null,
): BuiltWork {
  const id = spec?.id ?? ''
  const wanted = spec === null || spec.supplied ? null : foldText(spec.title)
  const kept = headlines.filter((title) => isTitle(title, wanted, surveys))
  const { recensions, ids } = recensionsOf(runs, surveys, likenesses, spec)
  const atoms = new Set(
    runs.flatMap(({ source, steps }) => steps.map(({ atom }) => `${source}:${atom}`)),
  )
  const texts = runs.flatMap((run, index): WitnessText[] => {
    const survey = surveys[run.source]
    if (survey === undefined) return []
    const own = kept.filter((title) => title.source === run.source).flatMap(({ atoms }) => atoms)
    const gone = ({ atom }: Step): boolean => taken.has(`${run.source}:${atom}`)
    const steps = run.steps.flatMap((step, at) => {
      const before = run.steps[at - 1]
      if (gone(step)) return []
      return before !== undefined && gone(before) ? [afterHeadline(step)] : [step]
    })
    const blocks = blocksOf(survey, { surveys, atoms }, own, steps)
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
  return { work: { id, texts, recensions }, draft }
}

/** What joins a text to its headline does not join it to the text before that. */
function afterHeadline({ atom, join }: Step): Step {
  return { atom, join: join === null ? null : { ...join, margin: 0 } }
}

/** Whether a headline is the work's title, not the newspaper's own. */
function isTitle(title: TitleOf, wanted: string | null, surveys: readonly Survey[]): boolean {
  const survey = surveys[title.source]
  if (survey === undefined) return false
  // What heads a text in a file in order is its title there, as other files have it or not.
  if (survey.ordered) return true
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
  if (titled) evidence.push({ weight: 6, reason: { kind: 'title' } })
  if (shared > 0) {
    evidence.push({
      weight: Math.min(12, shared / 10),
      reason: { kind: 'shared', characters: shared },
    })
  }
  if (evidence.length === 0) {
    evidence.push({ weight: 1, reason: { kind: 'untitled' } })
  }
  const weight = evidence.reduce((sum, item) => sum + item.weight, 0)
  return { certainty: weight >= 5 ? 'high' : weight >= 2 ? 'medium' : 'low', evidence }
}
