import type { WitnessKind } from '@huijiao/ast'

/** One copy of a text, as a file would have it. */
export interface CopyText {
  readonly siglum: string
  readonly kind: WitnessKind
  /** Blocks, each of printed lines. A copy that keeps no lines has one a block. */
  readonly blocks: readonly (readonly string[])[]
  /** Name of the printing that it is a copy of, where others are copies of the same. */
  readonly family?: string
}

/** One text in several copies, with the truth. */
export interface Trial {
  readonly name: string
  readonly copies: readonly CopyText[]
  readonly truth: string
  /** Whether the places at which this copy is right are left out: it is the base text that editors keep to. */
  readonly base?: string
}

/** What numbers are set on, and what they are judged on. The two share no text and no seed. */
export type Purpose = 'fitting' | 'scoring'

/** Trials of one kind. */
export interface ReadingSet {
  readonly name: string
  /** Where the copies come from: seeds, settings, folders. */
  readonly from: string
  readonly trials: readonly Trial[]
}
