import type { EvidenceKind, JoinKind, JoinReason, Reason } from '@huijiao/ast'

/** What an editor should look at in how the sources were divided. */
export type DoubtKind = 'gap' | 'join' | 'home' | 'unlisted' | 'not-found' | 'headline'

/** The words of reasons, one sentence without its stop for each kind. */
export interface ReasonWords {
  /** Why a reading is preferred. */
  readonly evidence: { readonly [K in EvidenceKind]: (reason: Reason<K>) => string }
  /** Why two pieces are taken for one text, or not. */
  readonly joins: { readonly [K in JoinKind]: (reason: JoinReason<K>) => string }
  readonly doubts: Readonly<Record<DoubtKind, string>>
}
