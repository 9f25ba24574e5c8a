import type { Act, Quote } from './acts.ts'
import type { CertaintyName } from './certainty.ts'

export interface WorksView {
  readonly works: readonly WorkView[]
  readonly questions: readonly Question[]
  /** Files that the edition has. */
  readonly files: readonly string[]
}

export interface WorkView {
  readonly id: string
  readonly title: string
  readonly supplied: boolean
  /** Whether `edition.yaml` has it. */
  readonly listed: boolean
  /** Of the longest witness. */
  readonly characters: number
  readonly texts: readonly TextView[]
}

/** What one witness has of a work, in pieces that run on in the file. */
export interface TextView {
  readonly siglum: string
  readonly file: string
  readonly pieces: readonly Piece[]
}

export interface Piece {
  readonly start: number
  readonly end: number
  readonly line: number
  readonly first: string
  readonly last: string
  readonly characters: number
  /** Words with which it begins, that stand once. */
  readonly quote: Quote | null
  /** How it follows the piece before. */
  readonly join?: { readonly kind: string; readonly certainty: CertaintyName; readonly why: string }
}

/** Something that the editor is asked, with all that may be answered. */
export interface Question {
  readonly id: string
  readonly kind:
    | 'one-text'
    | 'gap'
    | 'join'
    | 'home'
    | 'unlisted'
    | 'not-found'
    | 'headline'
    | 'family'
  readonly certainty: CertaintyName
  readonly work?: string
  readonly file?: string
  readonly line?: number
  readonly start?: number
  /** What speaks for and against it. */
  readonly why: string
  /** Characters that stand elsewhere, or not at all, if the answer is another. */
  readonly stake: number
  /** Words before the place and after it. */
  readonly before?: string
  readonly after?: string
  readonly answers: readonly Answer[]
}

export interface Answer {
  /** Name of the words for it. */
  readonly label:
    | 'one-text'
    | 'joined'
    | 'gap'
    | 'begins'
    | 'belongs'
    | 'omit'
    | 'work'
    | 'remove'
    | 'family'
    | 'own'
  /** The work that the answer is about, where it is not the question's. */
  readonly of?: string
  readonly act: Act
  /** The line that will be written. */
  readonly line: string
}
