import type { Decision } from '@huijiao/model'
import type { Look } from '../collation/look.ts'
import type { RulingView } from '../protocol/readings.ts'

/** The ruling that decided a place, with its index in `rulings.yaml`; null where none did. */
export function rulingAt({ result }: Look, { ruling, lemma }: Decision): RulingView | null {
  if (result === null || ruling === undefined) return null
  // A decision carries the very note of its ruling.
  const index = result.input.rulings.findIndex((r) => r.note === ruling)
  if (index < 0) return null
  const { reason, citation, by, date } = ruling
  return {
    index,
    reading: result.input.rulings[index]?.reading ?? lemma,
    reason,
    citation: citation ?? '',
    by,
    date,
  }
}
