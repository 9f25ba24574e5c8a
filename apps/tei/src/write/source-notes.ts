import type { Work } from '@huijiao/ast'
import { below } from './walk.ts'

/** The ids of the notes that a source itself prints, by their identifiers; the first of each that bears one. */
export function notesOf(work: Work): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const { type, identifier } of below([work])) {
    if (type === 'sourceNote' && identifier !== undefined && !ids.has(identifier))
      ids.set(identifier, `note.${work.id}.${ids.size + 1}`)
  }
  return ids
}
