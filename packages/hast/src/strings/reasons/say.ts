import type { EvidenceKind, JoinKind, JoinReason, Reason } from '@huijiao/ast'
import type { Strings } from '../types.ts'
import type { DoubtKind, ReasonWords } from './types.ts'

/** A reason for a reading in words, without a stop: `他处有“春风又绿”`. */
export function sayReason<K extends EvidenceKind>(words: ReasonWords, reason: Reason<K>): string {
  return words.evidence[reason.kind](reason)
}

/** A reason for or against a join in words, without a stop: `两段在文件中不相邻`. */
export function sayJoin<K extends JoinKind>(words: ReasonWords, reason: JoinReason<K>): string {
  return words.joins[reason.kind](reason)
}

/** A place for the editor to look at: `speech：与前文的衔接不能确定（两段在文件中不相邻；前后用词）`. */
export function sayDoubt(
  doubt: {
    readonly kind: DoubtKind
    readonly work?: string
    readonly evidence: readonly { readonly reason: JoinReason }[]
  },
  { reasons, colon, separator, brackets }: Strings,
): string {
  const whose = doubt.work === undefined ? '' : `${doubt.work}${colon}`
  const why = doubt.evidence.map((e) => sayJoin(reasons, e.reason)).join(separator)
  return `${whose}${reasons.doubts[doubt.kind]}${why === '' ? '' : brackets.join(why)}`
}
