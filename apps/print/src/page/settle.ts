import { pixels } from './axis.ts'
import { gatherNotes, tieCalls } from './calls.ts'
import { shortEndings, tieEnd } from './endings.ts'
import { gridSteps } from './grid.ts'
import { documentOf } from './texts.ts'

/** A document that is to be laid out. */
export interface DocumentJob {
  readonly id: string
  /** Whether it is a work: it has notes at the foot of its pages, and its text is that of the tree. */
  readonly work: boolean
}

/**
 * Makes documents ready to be broken into pages: each call of a note is tied to the character before it, no paragraph
 * ends with one character alone on its line, the notes are laid out at the foot's measure, and heads and tables are
 * filled up to whole lines so that the text after them stands on the grid.
 *
 * All documents take each step together, either reading or changing: whatever is read after a change is laid out anew.
 */
export function settle(jobs: readonly DocumentJob[]): void {
  const roots = jobs.map(({ id }) => documentOf(id))
  for (const root of roots) tieCalls(root)
  for (const { id, work } of jobs) if (work) gatherNotes(documentOf(id))
  const short = roots.flatMap((root) => {
    const line = pixels(getComputedStyle(root).getPropertyValue('--line'))
    return shortEndings(root, line)
  })
  for (const paragraph of short) tieEnd(paragraph)
  for (const step of gridSteps(roots)) step()
}
