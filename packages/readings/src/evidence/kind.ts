import type { Evidence, EvidenceKind as KindId, Method } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import type { EvidenceContext } from '../types.ts'
import type { Place } from './punctuation.ts'

/** Definition of a kind of evidence. */
interface Kind {
  /** Name of the kind, unique in its layer: `Evidence.reason.kind`. */
  readonly id: KindId
  /** The methods of collation that it may belong to. */
  readonly methods: readonly Method[]
  /** The most that all evidence of the kind may weigh for one reading, in nats. */
  readonly cap: number
  /**
   * Least weight in nats at which evidence of the kind makes a decision sure; absent where what it says is only
   * likelier by the run of the language.
   */
  readonly firm?: number
  /** Whether what it supports is no slip: another text has it, or nothing was read in its place. */
  readonly settles?: boolean
  /** Whether it is weighed by what the other loci of the work teach, so that each round asks it anew. */
  readonly learned: boolean
  /** Whether it concerns the witnesses of a reading rather than its text. */
  readonly external?: boolean
}

/** A kind of evidence on characters. */
export interface ContentKind extends Kind {
  readonly layer: 'content'
  /** Finds what the surroundings of a locus say for its readings. */
  readonly find: (locus: Locus, context: EvidenceContext) => readonly Evidence[]
}

/** A kind of evidence on the marks between them. */
export interface PunctuationKind extends Kind {
  readonly layer: 'punctuation'
  readonly find: (place: Place) => readonly Evidence[]
}

export type EvidenceKind = ContentKind | PunctuationKind
