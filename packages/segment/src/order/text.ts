import { foldText } from '../page/content.ts'
import { textOf } from '../page/syntax.ts'
import type { Survey } from '../survey/survey.ts'
import type { Thread } from './threads.ts'

/** Folded text of some atoms of a source. */
export function foldedAtoms({ page }: Survey, atoms: readonly number[]): string {
  return foldText(
    atoms
      .map((index) => page.atoms[index])
      .map((atom) => (atom === undefined ? '' : textOf(page, atom)))
      .join(''),
  )
}

/** Folded title of a thread; empty where it has none. */
export function titleOf(thread: Thread, surveys: readonly Survey[]): string {
  const survey = surveys[thread.source]
  return survey === undefined ? '' : foldedAtoms(survey, thread.atoms.slice(0, thread.titles))
}

/** Folded text of a thread below its title. */
export function bodyOf(thread: Thread, surveys: readonly Survey[]): string {
  const survey = surveys[thread.source]
  return survey === undefined ? '' : foldedAtoms(survey, thread.atoms.slice(thread.titles))
}
