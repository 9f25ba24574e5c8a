import { fitLines } from './fit-lines.ts'
import { gridSteps } from './grid.ts'
import { gatherNotes } from './notes.ts'
import { documentOf } from './texts.ts'

/** A document that is to be laid out. */
export interface DocumentJob {
  readonly id: string
  /** Whether it is a work: it has notes at the foot of its pages, and its text is that of the tree. */
  readonly work: boolean
}

/**
 * Makes documents ready to be broken into pages: the lines of running text are chosen, the notes are laid out at the foot's measure, and heads and tables are
 * filled up to whole lines so that the text after them stands on the grid.
 *
 * All documents take each step together, either reading or changing: whatever is read after a change is laid out anew.
 */
export function settle(jobs: readonly DocumentJob[]): void {
  const roots = jobs.map(({ id }) => documentOf(id))
  for (const { id, work } of jobs) if (work) gatherNotes(documentOf(id))
  fitLines(roots)
  for (const step of gridSteps(roots)) step()
}
