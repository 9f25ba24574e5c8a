import type { Certainty, Method, RulingNote } from '@huijiao/ast'
import type { Place } from '@huijiao/model'

/** One decision of the editor, as `rulings.yaml` has it. */
export interface Ruling {
  readonly work: string
  /** The quotation in three parts: before the braces, within them, after them. */
  readonly before: string
  readonly marked: string
  readonly after: string
  /** Reading that replaces the marked text. */
  readonly reading: string
  readonly method: Method
  readonly certainty: Certainty
  readonly note: RulingNote
  readonly cause?: 'noise' | 'variation'
  /** A ruling on a gap: whether text is missing at the marked point. Its `reading` is empty. */
  readonly gap?: 'missing' | 'none'
  /** Extent of the missing text, in words. */
  readonly extent?: string
  readonly file: string
  /** Place of the ruling's locus in the file. */
  readonly place: Place
}
