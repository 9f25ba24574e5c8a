import type { Recension } from '@huijiao/ast'
import type { Script } from '@huijiao/text'
import type { WitnessText } from './segmentation.ts'
import type { WorkSpec } from './work-spec.ts'

/** A punctuation mark or a space that matters, between two content characters. */
export interface SoftToken {
  /**
   * One code point, as written, but for 〇 where the source has a circle, and for the edition's script where the
   * witness is in the other one.
   */
  readonly t: string
  readonly at: number
}

/**
 * One content character of a witness (Han, letter, digit, symbol), ready for alignment.
 * Content alone is aligned; punctuation hangs on it and is decided in a layer of its own.
 */
export interface WitnessToken {
  /** As written: one code point, with the joiner after it that ties an emoji together. */
  readonly t: string
  /** Matching key: width and variant forms folded. */
  readonly n: string
  /** Offset in the source. */
  readonly at: number
  /** Index of its logical block in the witness text. */
  readonly block: number
  /** Punctuation before it in its block; only on the first token of a block. */
  readonly before: readonly SoftToken[]
  /** Punctuation after it, up to the next content character or the end of its block. */
  readonly after: readonly SoftToken[]
  /** How sure the recognition of the print is of it, from 0 to 1, where the file says. */
  readonly confidence?: number
  /** Set where bytes of the file are no text (U+FFFD): what stood here, if anything, is not known. */
  readonly damaged?: true
}

/** One witness of one work as a token sequence. */
export interface TokenizedWitness {
  readonly siglum: string
  readonly file: string
  readonly recension?: string
  readonly text: WitnessText
  readonly tokens: readonly WitnessToken[]
  /** The script it is written in, where its tokens were put into another (see `inOneScript`). */
  readonly script?: Script
  /** Tokens whose form in the edition's script was chosen among several with nothing to go by. */
  readonly guessed?: ReadonlySet<number>
}

/** One unit of the alignment of a work; spans are token indexes by witness index. */
export interface AlignedUnit {
  readonly equal: boolean
  /** By index of the witness in `CollatedWork.witnesses`; empty where it has nothing here. */
  readonly spans: readonly (readonly [start: number, end: number])[]
  /** Whether the witness covers this place at all (false before its first and after its last token, and in its lacunae). */
  readonly covers: readonly boolean[]
  /** A passage that witnesses have in different places: whether the text has it here, or at another of them. */
  readonly moved?: 'here' | 'elsewhere'
}

/** The content layer of one work, aligned. */
export interface CollatedWork {
  readonly spec: WorkSpec
  readonly witnesses: readonly TokenizedWitness[]
  readonly recensions: readonly Recension[]
  readonly units: readonly AlignedUnit[]
  /** Index of the base witness, whose reading is kept where nothing decides. */
  readonly base: number
  /** All witnesses by rank as base text: the base first; where it has no text, the next one takes its place. */
  readonly preference: readonly number[]
}
