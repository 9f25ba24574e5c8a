import type { App, Certainty, Evidence, SourceSpan } from '@huijiao/ast'
import type { BlockRole } from './segmentation.ts'

/** A place where witnesses of a work differ, as the evidence modules see it. */
export interface Locus {
  readonly work: string
  /** Index of the unit in the collated work. */
  readonly unit: number
  readonly layer: 'content' | 'punctuation'
  /**
   * Punctuation only: index, in the unit's characters of the reading text, of the character that the marks
   * follow; -1 for the marks before the first character of the work.
   */
  readonly offset?: number
  /** Distinct readings; the base text's first. */
  readonly readings: readonly LocusReading[]
  /** Up to 24 characters of agreed or base text before and after. */
  readonly before: string
  readonly after: string
}

export interface LocusReading {
  /** In the edition's conventions. */
  readonly text: string
  /** Indexes of witnesses in `CollatedWork.witnesses`. */
  readonly witnesses: readonly number[]
}

/** Decision on a locus. */
export interface Decision {
  readonly locus: Locus
  /** The lemma: the text of a reading, or what a ruling supplies. */
  readonly lemma: string
  readonly method: App['method']
  readonly certainty: Certainty
  /** That the lemma is right, by all evidence; of content alone, and absent where there is a ruling. */
  readonly probability?: number
  readonly cause: App['cause']
  readonly evidence: readonly Evidence[]
  readonly ruling?: App['ruling']
}

/** A suspected error where all witnesses agree or there is only one: listed, never silently changed. */
export interface Suspicion {
  readonly work: string
  readonly places: readonly SourceSpan[]
  readonly text: string
  readonly suggestion: string | null
  readonly evidence: readonly Evidence[]
  readonly certainty: Certainty
}

/** One character of the reading text before punctuation. */
export interface LemmaCharacter {
  /** Final form. */
  readonly t: string
  /** Index of the unit it is in. */
  readonly unit: number
  /** By index of the witness: the index of the token that has this very character here, or -1. */
  readonly tokens: readonly number[]
}

/** A block of the reading text, by indexes of lemma characters. */
export interface Division {
  readonly role: BlockRole
  /** For `heading`: 2 for the first level inside a work, and so on down. */
  readonly depth: number
  /** Opens a group of its role: a stanza, a list, a row. */
  readonly first: boolean
  readonly start: number
  readonly end: number
}
