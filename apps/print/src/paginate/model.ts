/** All lengths in CSS pixels, in the direction in which lines follow one another. */

/** A stretch of a document that stands on the page as one: a paragraph with its lines, a head, a row of a table. */
export interface Unit {
  /** Where it begins and ends when the document is laid out as one endless page. */
  readonly top: number
  readonly bottom: number
  /** Where each line ends; one entry where the unit must not be broken. */
  readonly ends: readonly number[]
  /** No page ends after it: heads, questions, whatever introduces. */
  readonly keepWithNext: boolean
  /** Height of what is repeated above it where a page begins with it: the head of a table. */
  readonly lead?: number
}

/** A note, by its number of lines. */
export interface NoteExtent {
  readonly id: string
  /** Unit and line of its call. */
  readonly unit: number
  readonly line: number
  readonly lines: number
}

/** The shape of a page. */
export interface PageShape {
  readonly height: number
  /** Distance of lines of the text, and of the notes. */
  readonly line: number
  readonly noteLine: number
  /** Height of the rule above the notes with its space. */
  readonly rule: number
}

/** What a document is to be broken into pages by. */
export interface Galley {
  readonly units: readonly Unit[]
  readonly notes: readonly NoteExtent[]
}

/** A note on a page, or the part of it that stands there: lines `from` to before `to`. */
export interface NotePart {
  readonly id: string
  readonly from: number
  readonly to: number
  /** Lines of the whole note. */
  readonly of: number
}

/** One page of a document. A page of notes alone begins and ends at the same place. */
export interface BrokenPage {
  /** Unit and line with which it begins. */
  readonly unit: number
  readonly line: number
  /** Where its first line begins on the endless page. */
  readonly top: number
  /** Height of its text. */
  readonly used: number
  readonly notes: readonly NotePart[]
}
