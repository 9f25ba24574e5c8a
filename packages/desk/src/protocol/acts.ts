/** What an editor can do at the desk. An act is a plain value: what is written for it follows from the files alone. */
export type Act = EditionAct | RulingAct

/** Words of a source, as `edition.yaml` quotes them: wherever they stand, or in one witness. */
export type Quote = string | { readonly text: string; readonly siglum: string }

/** An act that is written to `edition.yaml`. */
export type EditionAct =
  /** All files are copies of one text; `book` is the title of a book that has none yet. */
  | { readonly kind: 'one-text'; readonly title: string; readonly book?: string }
  /** The title of the book. */
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'rename'; readonly work: string; readonly title: string }
  /** The work comes to stand at a place in the order of the book, from 0. */
  | { readonly kind: 'place'; readonly work: string; readonly at: number }
  /** The work is no work of this edition. */
  | { readonly kind: 'remove'; readonly work: string }
  /** A work is part of another; `quotes` are words of it in each witness. */
  | {
      readonly kind: 'merge'
      readonly work: string
      readonly into: string
      readonly quotes: readonly Quote[]
    }
  /** What the words stand in belongs to the work. */
  | {
      readonly kind: 'assign'
      readonly work: string
      readonly quote: Quote
      readonly file: string
    }
  /** With these words a work begins; it stands behind the one that they are in now, or at the end. */
  | {
      readonly kind: 'cut'
      readonly title: string
      /** The title is the editor's; the sources carry none. */
      readonly supplied: boolean
      readonly quote: Quote
      readonly file: string
      readonly behind?: string
    }
  /** The lines with these words are no text. */
  | { readonly kind: 'omit'; readonly quote: Quote }
  /** What ends with `after` goes on with `before`, or there is text missing between them. */
  | {
      readonly kind: 'join'
      readonly work: string
      readonly after: Quote
      readonly before: Quote
      readonly lacuna: boolean
    }
  /** The pieces of a work that begin with these words stand in this order. */
  | { readonly kind: 'order'; readonly work: string; readonly quotes: readonly Quote[] }
  /** Nothing in the files is to be moved. */
  | { readonly kind: 'in-order' }
  /** What the edition says of a witness. */
  | {
      readonly kind: 'witness'
      readonly siglum: string
      readonly becomes: string
      readonly description: string
      readonly copy: WitnessCopy
    }
  /** These witnesses transcribe one printing. */
  | { readonly kind: 'family'; readonly sigla: readonly string[]; readonly family: string }

/** How a witness was copied, as `edition.yaml` names it. */
export type WitnessCopy = 'ocr' | 'web' | 'pdf' | 'manual'

/** An act that is written to `rulings.yaml`. */
export type RulingAct =
  /** A decision, in the place of the ruling that is there for it already. */
  | { readonly kind: 'rule'; readonly ruling: RulingWords; readonly of?: RulingPlace }
  /** That ruling is taken back. */
  | { readonly kind: 'withdraw'; readonly of: RulingPlace }

/** A ruling in `rulings.yaml`. What it decides says that the one meant is still the one that stands there. */
export interface RulingPlace {
  readonly index: number
  readonly work: string
  readonly locus: string
}

/** A ruling as `rulings.yaml` has it; who decided and when is added where it is written. */
export interface RulingWords {
  readonly work: string
  readonly locus: string
  readonly reading?: string
  readonly gap?: 'missing' | 'none'
  readonly extent?: string
  readonly method: string
  readonly reason: string
  readonly citation?: string
  readonly certainty?: 'undecided'
}

export const isRuling = (act: Act): act is RulingAct =>
  act.kind === 'rule' || act.kind === 'withdraw'
