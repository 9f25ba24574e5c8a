import type { Edition, Work } from '@huijiao/ast'
import { entriesOf } from './entries.ts'
import type { Entry } from './model.ts'
import { withMarks } from './place-marks.ts'

/** A work as a reader meets it. */
export interface PresentedWork {
  /** The work with a mark where each numbered entry ends, and no entries of the tree within its text. */
  readonly work: Work
  /** The work as the tree has it. */
  readonly tree: Work
  /** Numbered entries in the order of the text, then listed punctuation. */
  readonly entries: readonly Entry[]
}

/**
 * From the canonical tree to what a book shows: entries by sense, and works whose text no element divides. The tree
 * itself stays as it is.
 */
export function present(edition: Edition): readonly PresentedWork[] {
  return edition.children.map((work) => {
    const entries = entriesOf(work)
    return { work: withMarks(work, entries), tree: work, entries }
  })
}
