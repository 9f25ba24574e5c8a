import type { Act, Quote } from './acts.ts'

/** What the server tells the page; all of it is JSON. Offsets count code points of a source's text. */

export type CertaintyName = 'high' | 'medium' | 'low' | 'undecided'

/** Where the desk stands. */
export interface DeskState {
  /** Changes with every change of what the editor has written. */
  readonly written: string
  /** Counts what was made of it; the views are of this number. */
  readonly made: number
  /** What is being done, where something is. */
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

/** What became of a stretch of a source: `text` of a work, furniture of a kind, or nothing known yet. */
export interface Fate {
  readonly role: string
  readonly work?: string
}

export interface SourceSummary {
  readonly file: string
  readonly siglum: string
  readonly description: string
  readonly length: number
  readonly lines: number
  /** The file from beginning to end in even parts: what most of each became. */
  readonly strip: readonly Fate[]
  /** Characters by what became of them, most first; white space apart. */
  readonly shares: readonly (Fate & { readonly characters: number })[]
  readonly doubts: number
}

/** A page of a source: some lines, each in pieces. */
export interface SourcePage {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly length: number
  readonly lines: readonly SourceLine[]
  /** Printed pages that these lines stand on and that have a picture in the folder. */
  readonly prints: readonly Print[]
}

export interface SourceLine {
  readonly number: number
  readonly start: number
  readonly pieces: readonly (Fate & { readonly text: string })[]
  /** A question begins here. */
  readonly doubt?: string
}

/** How `edition.yaml` can speak of a line. */
export interface LineQuote {
  /** Words that stand once; null where they stand twice. */
  readonly quote: Quote | null
  /** The line as a title. */
  readonly title: string
  /** The name of the file, as `edition.yaml` has it. */
  readonly file: string
}

export interface Print {
  readonly label: string
  readonly image: string
}

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
  readonly act: Act
  /** The line that will be written. */
  readonly line: string
}

/** The reading text of a work with its loci, some blocks of it. */
export interface ReadingsView {
  readonly works: readonly { readonly id: string; readonly title: string; readonly open: number }[]
  readonly work: string
  readonly from: number
  readonly blocks: readonly ReadingBlock[]
  readonly total: number
}

export interface ReadingBlock {
  readonly number: number
  readonly type: string
  readonly runs: readonly ReadingRun[]
}

export interface ReadingRun {
  readonly text: string
  readonly id?: string
  readonly certainty?: CertaintyName
  readonly punctuation?: boolean
  readonly ruled?: boolean
  readonly gap?: boolean
}

/** A place for a person to decide, in the list of those that are open. */
export interface OpenPlace {
  readonly id: string
  readonly work: string
  readonly certainty: CertaintyName
  readonly before: string
  readonly lemma: string
  readonly after: string
}

/** All that is known of a locus. */
export interface LocusView {
  readonly id: string
  readonly work: string
  readonly title: string
  /** A marked quotation that fits this place alone: what a ruling names it by. */
  readonly locus: string
  readonly before: string
  readonly lemma: string
  readonly after: string
  readonly certainty: CertaintyName
  readonly method: string | null
  readonly punctuation: boolean
  /** Why the reading stands, in one clause. */
  readonly clause: string
  readonly readings: readonly LocusReadingView[]
  readonly evidence: readonly string[]
  readonly ruling?: RulingView
  readonly gap: boolean
}

export interface LocusReadingView {
  readonly text: string
  readonly sigla: readonly string[]
  readonly places: readonly LocusPlace[]
}

export interface LocusPlace {
  readonly siglum: string
  readonly file: string
  /** `a.txt:3:7`. */
  readonly place: string
  readonly at: number
  readonly before: string
  readonly text: string
  readonly after: string
  readonly print?: string
}

export interface RulingView {
  readonly index: number
  readonly reading: string
  readonly reason: string
  readonly citation: string
  readonly by: string
  readonly date: string
}

/** The documents of the book; their content is asked for by name. */
export interface BookView {
  readonly documents: readonly {
    readonly id: string
    readonly title: string
    readonly hash: string
  }[]
}

/** What came of an act. */
export type Outcome =
  | { readonly kind: 'written'; readonly file: string; readonly lines: readonly WrittenLine[] }
  /** Someone else has changed a file since the page was told of it; nothing was written. */
  | { readonly kind: 'conflict'; readonly files: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string }

export interface WrittenLine {
  readonly number: number
  readonly text: string
}

/** What a page may ask for, by name, and what it is told. */
export interface Views {
  readonly sources: readonly SourceSummary[]
  /** Asked with `file` and `at`. */
  readonly source: SourcePage | null
  /** Asked with `file` and `at`. */
  readonly quote: LineQuote
  readonly works: WorksView
  /** Asked with `work`, `from` and `locus`. */
  readonly readings: ReadingsView
  readonly open: readonly OpenPlace[]
  /** Asked with `id`. */
  readonly locus: LocusView | null
  readonly book: BookView
  /** Asked with `id`. */
  readonly document: { readonly html: string }
}

export const VIEW_NAMES: readonly (keyof Views)[] = [
  'sources',
  'source',
  'quote',
  'works',
  'readings',
  'open',
  'locus',
  'book',
  'document',
]
