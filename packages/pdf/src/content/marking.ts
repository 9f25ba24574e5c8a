import type { Edit } from './edit.ts'

/** A marked-content sequence of the finished stream. */
export interface Mark {
  /** Identifier in the finished stream. */
  readonly mcid: number
  /** Identifier that the sequence had. */
  readonly was: number
  /** Where its content begins in the source. */
  readonly from: number
  /** Where it ends. */
  readonly to: number
}

/** A sequence that the browser did not tag, by the sequences painted before and after it. */
export interface Stray {
  readonly mcid: number
  /** Where it stands in the stream. */
  readonly from: number
  readonly to: number
  /** Identifier that the sequence before had. */
  readonly after?: number
  /** Identifier that the sequence after had. */
  readonly before?: number
}

export interface Marking {
  readonly edits: readonly Edit[]
  readonly marks: readonly Mark[]
  /** Numbers squeezed into one square of a vertical line, which the browser leaves out of the tags. */
  readonly strays: readonly Stray[]
  /** How many text objects in the midst of tagged content had no tag: they are lost to the structure. */
  readonly untagged: number
}

/** What the content itself does not say. */
export interface About {
  /** Whether an XObject brings marked content of its own, by its name in the resources. */
  readonly ownsMarks: (xObject: string) => boolean
  /** Whether the bytes `from` … `to` show nothing but emphasis marks. */
  readonly isEmphasis: (from: number, to: number) => boolean
  /** Whether the bytes `from` … `to` show no more than spaces. */
  readonly isBlank: (from: number, to: number) => boolean
  /** Identifier of the first sequence; the next ones follow. */
  readonly first: number
}
