/** Features of this rendering of an edition, which the editorial note describes. */
export interface Facts {
  /** Some work has two witnesses or more. */
  readonly collated: boolean
  readonly undecided: boolean
  /** Errors of transcription were corrected. */
  readonly errors: boolean
  /** Versions that really differ have notes. */
  readonly versions: boolean
  /** Some work has entries. */
  readonly entries: boolean
  /** Entries are found by marks in the text, or by page and line. */
  readonly style: 'marks' | 'lines'
  /** Some entry follows no witness, is found again, or gives its source by another. */
  readonly conjectures: boolean
  readonly recurring: boolean
  readonly listedPunctuation: boolean
  readonly supplied: boolean
  readonly gaps: boolean
  /** Characters are missing, each with a sign. */
  readonly missing: boolean
  readonly lacking: boolean
  readonly appendix: boolean
  /** The text has notes of the source, small ones within the line, lines beside names. */
  readonly sourceNotes: boolean
  readonly inlineNotes: boolean
  readonly names: boolean
  /** Rows of two versions side by side stand in the back matter. */
  readonly parallel: boolean
}

/** A sign of the text, and what it says. */
export type SignOf = readonly [sign: string, meaning: string]

/** The signs that a rendering uses. */
export type Signs = (facts: Facts) => readonly SignOf[]

/** The clauses of the editorial note that the facts bear out. */
export type Conventions = (facts: Facts) => readonly string[]

/** The clauses, or signs, whose condition holds. */
export const clauses = <T>(...all: readonly (readonly [boolean, T])[]): T[] =>
  all.filter(([holds]) => holds).map(([, clause]) => clause)
