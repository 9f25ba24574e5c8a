import type { CollatedWork, Decision } from '@huijiao/model'
import { decide } from '../../src/decide.ts'
import { collated } from '../builders.ts'

/** The first decision on content of a work, others of the edition beside it. */
export function firstDecision(...works: CollatedWork[]): Decision {
  const found = decide(works, [], []).decisions.find((d) => d.locus.layer === 'content')
  if (found === undefined) throw new Error('no locus')
  return found
}

/** What evidence of a kind supports where two witnesses read as given; none where it is silent. */
export function supported(kind: string, a: string, b: string, ...others: CollatedWork[]): string[] {
  return firstDecision(collated({ 甲: a, 乙: b }), ...others).evidence.flatMap((e) =>
    e.reason.kind === kind ? [e.supports] : [],
  )
}

/** Another work, in a file of its own unless a siglum is given. */
export const other = (text: string, siglum = '丙'): CollatedWork =>
  collated({ [siglum]: text }, { id: 'other' })
