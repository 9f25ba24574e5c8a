import { fault, type MessagePlace, type RuleMessage } from '@huijiao/model'
import type { Ruling } from './ruling.ts'

/** The place of a ruling's locus in `rulings.yaml`. */
export const placeOfRuling = ({ file, place }: Ruling): MessagePlace => ({ file, ...place })

/** A quotation that fits no place of its work, or more than one. */
export function unplaced(ruling: Ruling, count: number): RuleMessage {
  const locus = `${ruling.before}{${ruling.marked}}${ruling.after}`
  return count === 0
    ? fault('ruling-unmatched', placeOfRuling(ruling), { locus })
    : fault('ruling-ambiguous', placeOfRuling(ruling), { locus, count })
}
