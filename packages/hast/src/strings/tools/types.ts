import type { Certainty } from '@huijiao/ast'

/** Words of the editor's commands `explain`, `discover` and `review`. */
export interface ToolWords {
  readonly inQuotes: (title: string) => string
  /** Stands for a reading without text. */
  readonly nothing: string
  readonly punctuation: string
  readonly undecided: string
  readonly certainty: (certainty: Certainty) => string
  /** How sure a doubtful place is. */
  readonly doubtful: Readonly<Record<Certainty, string>>
  readonly gap: string
  readonly ruledBy: (by: string, date: string) => string
  /** Witnesses agree, of how many. */
  readonly agreement: (witnesses: number) => string
  readonly discovered: (sources: number, works: number) => string
  /** What a witness's file has, for its description. */
  readonly holds: (file: string, works: readonly string[]) => string
  readonly alone: string
  readonly nothingShared: string
  readonly furniture: (places: number) => string
  /** What to write to settle a doubtful join, in YAML; `work` is the id under which it goes. */
  readonly advice: (work: string, join: string, contains: string) => string
  readonly review: ReviewWords
}

/** Prompts and answers of the walk through doubtful places. */
export interface ReviewWords {
  readonly undecided: string
  readonly doubtful: string
  readonly choose: string
  readonly chooseGap: string
  readonly atFirst: string
  readonly unknown: (answer: string) => string
  /** There is no place to walk through. */
  readonly nothingToDo: string
  readonly noted: string
  readonly ownReading: string
  readonly extent: string
  readonly supply: string
  readonly supplyNeeded: string
  readonly method: (choices: string, usual: string) => string
  readonly unknownMethod: (answer: string) => string
  readonly reason: string
  readonly reasonNeeded: string
  readonly citation: string
  readonly citationOptional: string
  readonly citationNeeded: string
  readonly ruled: (what: string) => string
  readonly noGap: string
  readonly isGap: string
}
