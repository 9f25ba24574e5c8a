import type { FurnitureKind, Source } from '@huijiao/model'
import type { Labelled } from '../label/index.ts'
import type { Parting } from './slices.ts'

/** A stretch of a source that is no text of a work; spans in code points. */
export interface Furniture {
  readonly start: number
  readonly end: number
  readonly kind: FurnitureKind
}

/** A note that sends the reader to another page, or says where the text comes from. */
export interface Jump {
  readonly start: number
  readonly end: number
  /** `out`: continued elsewhere; `in`: continued from elsewhere. */
  readonly direction: 'in' | 'out'
  /** The page and mark it names, half-width: `1②`; empty where it names none. */
  readonly target: string
}

/** What another source has at a line, and where its own line begins, in code points. */
export interface There {
  readonly kind: 'line' | 'inside' | 'lacking'
  /** Of the same line, or of that inside which it begins; -1 where the line is lacking. */
  readonly start: number
}

/** What is known of a line. */
export interface KnownLine {
  readonly label: Labelled
  /** By source, what others have there. */
  readonly there: ReadonlyMap<number, There>
}

/** What is known of the line at a place of a source; null where no line begins. */
export type LineAt = (start: number) => KnownLine | null

/**
 * The smallest piece that is moved as a whole: one physical line, or what furniture leaves of it.
 * Never empty, no white space at its ends, at least one letter, digit or Han character inside.
 */
export interface Atom {
  readonly source: number
  /** Index in the array of atoms of its source. */
  readonly index: number
  readonly start: number
  readonly end: number
  /** Physical line, from 0. */
  readonly line: number
  /** Columns of white space before it; a full-width character is two columns. */
  readonly indent: number
  /** Blank lines between it and the atom before it. */
  readonly gap: number
  /** Columns it fills. */
  readonly width: number
  /** White space follows it on its line. */
  readonly trailing: boolean
  /** Level of a markdown heading; 0 where it is none. */
  readonly level: number
  readonly bold: boolean
  /** The jump lines directly before and after it. */
  readonly jumpIn: Jump | null
  readonly jumpOut: Jump | null
  /** A page number, running head or form feed stands between it and the atom before. */
  readonly pageBreak: boolean
  /** Columns were taken apart before it; null where nothing was moved. */
  readonly parting: Parting | null
  /** What its line was taken for; null where nobody asked. */
  readonly label: Labelled | null
  /** What other sources have at its line, by source. */
  readonly there: ReadonlyMap<number, There>
  /** Half-open range in the content stream of its source. */
  readonly from: number
  readonly to: number
}

/** The content characters of a source, in file order, folded for matching. */
export interface Content {
  /** Folded code point of each content character. */
  readonly codes: Int32Array
  /** Its offset in the source, in code points. */
  readonly offsets: Int32Array
}

/** A source cut into atoms and furniture; white space is what neither covers. */
export interface Page {
  readonly source: Source
  readonly atoms: readonly Atom[]
  readonly furniture: readonly Furniture[]
  readonly content: Content
}
