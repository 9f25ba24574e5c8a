/** Features of this rendering of an edition, which the editorial note describes. */
export interface Facts {
  /** Some work has two witnesses or more. */
  readonly collated: boolean
  readonly undecided: boolean
  /** Errors of transcription were corrected. */
  readonly errors: boolean
  /** Versions that really differ have notes. */
  readonly versions: boolean
  /** Entries are found by marks in the text, or by page and line. */
  readonly style: 'marks' | 'lines'
  /** Some entry follows no witness, is found again, or gives its source by another. */
  readonly conjectures: boolean
  readonly recurring: boolean
  readonly listedPunctuation: boolean
  readonly supplied: boolean
  readonly gaps: boolean
  readonly lacking: boolean
  readonly appendix: boolean
}

/** The clauses of the editorial note that the facts bear out. */
export type Conventions = (facts: Facts) => readonly string[]

/** The clauses whose condition holds. */
export const clauses = (...all: readonly (readonly [boolean, string])[]): string[] =>
  all.filter(([holds]) => holds).map(([, clause]) => clause)
