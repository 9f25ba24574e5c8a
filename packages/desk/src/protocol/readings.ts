import type { RulingPlace } from './acts.ts'
import type { CertaintyName } from './certainty.ts'

/** The reading text of a work with its loci, some blocks of it. */
export interface ReadingsView {
  readonly works: readonly { readonly id: string; readonly title: string; readonly open: number }[]
  readonly work: string
  readonly from: number
  readonly blocks: readonly ReadingBlock[]
  readonly total: number
}

interface ReadingBlock {
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
  readonly of: RulingPlace
  readonly reading: string
  readonly reason: string
  readonly citation: string
  readonly by: string
  readonly date: string
}
