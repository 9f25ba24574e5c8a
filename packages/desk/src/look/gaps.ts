import { type GapItem, gapItems } from '@huijiao/parse'
import type { Look } from '../collation/look.ts'

/** A gap has no id in the tree: it is named by its work and the words around it. */
export const gapId = (work: string, locus: string): string => `gap ${work} ${locus}`

/** The gap of an id, among those that no ruling speaks of. */
export const gapOf = ({ result }: Look, id: string): GapItem | undefined =>
  result === null || !id.startsWith('gap ')
    ? undefined
    : gapItems(result).find((gap) => gapId(gap.work, gap.locus) === id)
