import { gapItems, reviewItems } from '@huijiao/parse'
import type { Look } from '../collation/look.ts'
import type { OpenPlace } from '../protocol/readings.ts'
import { gapId } from './gaps.ts'

/** Characters of text shown on either side in the list. */
const AROUND = 10

/** What waits for a decision, worst first: gaps, places undecided, places of low certainty. */
export function openPlaces({ result }: Look): OpenPlace[] {
  if (result === null) return []
  const gaps = gapItems(result).map(
    (gap): OpenPlace => ({
      id: gapId(gap.work, gap.locus),
      work: gap.work,
      certainty: 'undecided',
      before: [...gap.before].slice(-AROUND).join(''),
      lemma: '［……］',
      after: [...gap.after].slice(0, AROUND).join(''),
    }),
  )
  const loci = reviewItems(result).map(
    ({ id, work, decision }): OpenPlace => ({
      id,
      work,
      certainty: decision.certainty,
      before: [...decision.locus.before].slice(-AROUND).join(''),
      lemma: decision.lemma,
      after: [...decision.locus.after].slice(0, AROUND).join(''),
    }),
  )
  return [...gaps, ...loci]
}
