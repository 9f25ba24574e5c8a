import type { App, RulingNote } from '@huijiao/ast'

/** A half-open range of the reading text of a work, in code points; see `Stream`. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** An apparatus entry of the tree, with its place in the reading text. */
export interface Locus extends Range {
  /** The first part, where the entry runs over a gap or into another block. */
  readonly app: App
  /** What witnesses have in the range; those of which a passage tells are left out. */
  readonly readings: readonly LocusReading[]
}

/** Nothing decides it; versions really differ; or some witnesses of the printed version err. */
export type LocusKind = 'open' | 'version' | 'error'

/** A reading in the range of a locus; `lemma` where it is that of the text. */
interface LocusReading extends Variant {
  readonly lemma: boolean
}

/** Reading of some witnesses in place of a lemma. */
export interface Variant {
  readonly text: string
  readonly sigla: readonly string[]
}

/** Loci that a reader meets as one difference: a stretch of whole words and what witnesses have for it. */
export interface Point extends Range {
  readonly loci: readonly Locus[]
  readonly lemma: string
  /** Witnesses that have the lemma. */
  readonly sigla: readonly string[]
  readonly variants: readonly Variant[]
}

/** Sentences or paragraphs that witnesses lack as a whole. */
export interface Passage extends Range {
  readonly loci: readonly Locus[]
  readonly text: string
  /** Witnesses without it. */
  readonly sigla: readonly string[]
  /** Paragraphs that it covers whole; 0 where it is less than one. */
  readonly paragraphs: number
}

/** One entry of the apparatus as a reader meets it: every locus of a work is in exactly one. */
export interface Entry {
  /** That of its first locus. */
  readonly id: string
  readonly work: string
  /** From 1 within the work, in the order of the text; 0 for punctuation that is only listed. */
  readonly number: number
  /** Number of the block in which it ends. */
  readonly block: number
  /** Points of one sentence; empty for a passage. */
  readonly points: readonly Point[]
  readonly passage?: Passage
  /** Later places of the same difference. */
  readonly again: readonly Point[]
  readonly loci: readonly Locus[]
  readonly layer: App['layer']
  /** Whether a real difference between versions, or a place that nothing decides: readers get a note. */
  readonly note: boolean
  readonly ruling?: RulingNote
}
