import type { EvidenceKind, Reason } from '@huijiao/ast'
import type { ApparatusWords } from './types.ts'

/** A reason as the clause that a book gives; empty for reasons that are for the editor alone. */
export function sayClause<K extends EvidenceKind>(
  words: ApparatusWords,
  reason: Reason<K>,
): string {
  return words.clauses[reason.kind]?.(reason) ?? ''
}
