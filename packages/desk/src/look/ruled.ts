import type { Decision } from '@huijiao/model'
import type { Look } from '../collation/look.ts'
import type { RulingView } from '../protocol/readings.ts'

/** The ruling that decided a place, with its index in `rulings.yaml`; null where none did. */
export function rulingAt({ result }: Look, { ruling }: Decision): RulingView | null {
  if (result === null || ruling === undefined) return null
  // A decision carries the very note of its ruling.
  const index = result.input.rulings.findIndex((r) => r.note === ruling)
  const found = result.input.rulings[index]
  if (found === undefined) return null
  const { reason, citation, by, date } = ruling
  return {
    of: {
      index,
      work: found.work,
      locus: `${found.before}{${found.marked}}${found.after}`,
    },
    reading: found.reading,
    reason,
    citation: citation ?? '',
    by,
    date,
  }
}
