import type { JoinEvidence } from '@huijiao/model'
import { DECREED, type ForcedJoin } from '../word/word.ts'
import type { Link } from './evidence.ts'

/** Links with those that the editor decreed in place of all that contradict them. */
export function decree(links: readonly Link[], joins: readonly ForcedJoin[]): Link[] {
  const rows = new Set(joins.map(({ from }) => from))
  const columns = new Set(joins.map(({ to }) => to))
  const kept = links.filter(({ from, to }) => !rows.has(from) && !columns.has(to))
  const evidence: JoinEvidence[] = [{ weight: DECREED, reason: { kind: 'override' } }]
  return [...kept, ...joins.map(({ from, to }) => ({ from, to, gain: DECREED, evidence }))]
}
