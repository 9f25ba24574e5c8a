import type { WitnessCopy } from '../protocol/acts.ts'
import type { CertaintyName } from '../protocol/certainty.ts'
import type { RefusalWords } from '../protocol/refusal.ts'
import type { Question } from '../protocol/works.ts'

export type Tab = 'sources' | 'works' | 'readings' | 'book'

/** Everything that the desk says, in one language. */
export interface DeskWords {
  readonly desk: string
  readonly tabs: Readonly<Record<Tab, string>>
  readonly stages: Readonly<Record<string, string>>
  readonly ready: string
  readonly loading: string
  readonly undo: string
  readonly redo: string
  readonly nothingToUndo: string
  /** What the last act was, by its kind. */
  readonly acts: Readonly<Record<string, string>>
  readonly left: (questions: number, places: number) => string
  readonly allDone: string
  readonly ruled: (rulings: number) => string
  readonly wrote: (file: string) => string
  readonly line: (number: number) => string
  readonly conflict: (files: string) => string
  readonly changedOutside: (files: string) => string
  /** Said where the thread that collates has ended by itself. */
  readonly tooLarge: { readonly reason: string; readonly hint: string }
  readonly refusals: RefusalWords
  readonly refused: (reason: string) => string
  readonly faults: (count: number) => string
  readonly faultsNote: string
  readonly warnings: (count: number) => string
  readonly expected: string
  readonly got: string
  readonly notBegun: string
  readonly lost: string
  readonly certainty: Readonly<Record<CertaintyName, string>>
  readonly characters: (count: number) => string
  readonly close: string
  readonly keys: string

  /** What became of a stretch that is no text of a work, by its role. */
  readonly roles: Readonly<Record<string, string>>
  readonly textOf: (work: string) => string
  readonly doubtsIn: (count: number) => string
  readonly strip: (file: string) => string
  readonly legend: string
  readonly earlier: string
  readonly later: string
  readonly goToLine: string
  readonly picture: (page: string) => string
  readonly sourceKeys: string
  readonly doubtHere: string
  readonly noFiles: string
  readonly siglum: string
  readonly description: string
  readonly copied: string
  readonly copies: Readonly<Record<WitnessCopy, string>>

  readonly questions: string
  readonly noQuestions: string
  readonly question: Readonly<Record<Question['kind'], string>>
  readonly stake: (characters: number) => string
  readonly why: string
  readonly answers: Readonly<Record<string, string>>
  readonly inSource: string
  readonly works: string
  readonly piecesOf: (siglum: string) => string
  readonly joins: Readonly<Record<string, string>>
  readonly rename: string
  readonly newTitle: string
  readonly save: string
  readonly cancel: string
  readonly up: string
  readonly down: string
  readonly partOf: string
  readonly choose: string
  readonly removeWork: string
  readonly unlisted: string
  readonly bookTitle: string
  readonly inOrder: string
  readonly beginsHere: string
  readonly belongsTo: string
  readonly noText: string
  readonly noQuote: string
  readonly titleOfNew: string
  readonly pieceUp: string
  readonly pieceDown: string

  readonly open: string
  readonly noneOpen: string
  readonly witness: string
  readonly nothing: string
  readonly chooseReading: (number: number) => string
  readonly follow: (sigla: string) => string
  readonly ownReading: string
  readonly undecided: string
  readonly undecidedReason: string
  readonly reading: string
  readonly reason: string
  readonly citation: string
  readonly withdraw: string
  readonly ruledBy: (by: string, date: string) => string
  readonly evidence: string
  readonly places: string
  readonly next: string
  readonly previous: string
  readonly readingKeys: string
  readonly punctuation: string
  readonly gap: string
  readonly gapMissing: string
  readonly gapNone: string
  readonly gapFill: string
  readonly gapReason: string
  readonly extent: string
  readonly citationNeeded: string
  readonly pickOne: string
  readonly blocks: (from: number, to: number, of: number) => string
  readonly loci: string

  /** What is asked and said in a terminal. */
  readonly terminal: {
    readonly choose: string
    readonly unknown: (typed: string) => string
  }

  readonly contents: string
  readonly noBook: string
  readonly printed: string
}
