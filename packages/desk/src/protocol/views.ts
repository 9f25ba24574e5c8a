import type { Edition } from '@huijiao/ast'
import type { Quote, WitnessCopy } from './acts.ts'
import type { LocusView, OpenPlace, ReadingsView } from './readings.ts'
import type { WorksView } from './works.ts'

/** What the server tells the page; all of it is JSON. Offsets count code points of a source's text. */

/** What became of a stretch of a source: `text` of a work, furniture of a kind, or nothing known yet. */
export interface Fate {
  readonly role: string
  readonly work?: string
}

export interface SourceSummary {
  readonly file: string
  readonly siglum: string
  readonly description: string
  readonly copy: WitnessCopy
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
  /** Words by which the line is left out; every line that has them goes with it. */
  readonly omit: Quote | null
  /** The line as a title; its first clause where it is none. */
  readonly title: string
  readonly supplied: boolean
  /** The name of the file, as `edition.yaml` has it. */
  readonly file: string
}

export interface Print {
  readonly label: string
  readonly image: string
}

/** The documents of the book; their content is asked for by name. */
export interface BookView {
  readonly documents: readonly {
    readonly id: string
    readonly title: string
    readonly hash: string
  }[]
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
  /** The canonical tree as `edition.json` has it. */
  readonly tree: Edition | null
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
  'tree',
]
