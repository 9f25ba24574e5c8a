import type { Refusal } from './refusal.ts'

/** Where the desk stands. */
export interface DeskState {
  /** Counts the states: of two that arrive, the later one holds. */
  readonly count: number
  /** Changes with every change of what the editor has written. */
  readonly written: string
  /** Counts what was made of it; the views are of this number. */
  readonly made: number
  /** Whether the sources can be looked at. */
  readonly isRead: boolean
  /** What is being done; null where all that is shown is of what is written. */
  readonly stage: string | null
  /** Name of the folder. */
  readonly name: string
  readonly title: string
  readonly language: string
  /** Those that were found or are listed, in book order. */
  readonly works: readonly WorkName[]
  /** Whether there is an `edition.yaml`; the first act makes one. */
  readonly begun: boolean
  /** Faults of what is written: the views then show what was made before. */
  readonly faults: readonly Told[]
  readonly warnings: readonly Told[]
  readonly left: Left
  /** The act that undoing, or doing again, would reach. */
  readonly undo: string | null
  readonly redo: string | null
  /** Files that someone else has changed since, told once. */
  readonly changedOutside: readonly string[]
}

export interface WorkName {
  readonly id: string
  readonly title: string
  readonly listed: boolean
}

/** How much is still in doubt. */
export interface Left {
  /** Of how the files were divided. */
  readonly questions: number
  /** Places undecided or of low certainty, without a ruling. */
  readonly loci: number
  readonly gaps: number
  /** Rulings that stand. */
  readonly ruled: number
}

/** A message with its place. */
export interface Told {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly rule: string
  readonly reason: string
  readonly expected?: string
  readonly actual?: string
  readonly hint?: string
}

/** What came of an act, and where the desk stands since. */
export interface Taken {
  readonly outcome: Outcome
  readonly state: DeskState
}

/** What came of an act. */
export type Outcome =
  | { readonly kind: 'written'; readonly file: string; readonly lines: readonly WrittenLine[] }
  /** Someone else has changed a file since the page was told of it; nothing was written. */
  | { readonly kind: 'conflict'; readonly files: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface WrittenLine {
  readonly number: number
  readonly text: string
}
