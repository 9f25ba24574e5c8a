import type { ElementContent } from 'hast'
import type { Entry } from './present/model.ts'

/** Kind of a document of the book. */
export type DocumentKind =
  | 'titlepage'
  | 'colophon'
  | 'editorial-note'
  | 'preface'
  | 'afterword'
  | 'work'
  | 'apparatus'
  | 'parallel'
  | 'witnesses'
  | 'index'

/** An entry of the table of contents within a document. */
export interface TocHeading {
  /** Id of the element it leads to; unique in the book. */
  readonly id: string
  /** 1 for the document's own title. */
  readonly depth: number
  readonly title: string
  /** A question of an interview is listed by its first line; absent on headings of the book's own. */
  readonly kind?: 'heading' | 'question'
}

/** One document of the book, in reading order: front matter, body, back matter. */
export interface BookDocument {
  /** ASCII; unique in the book; fit for a file name. */
  readonly id: string
  readonly kind: DocumentKind
  readonly matter: 'front' | 'body' | 'back'
  readonly title: string
  /** BCP 47. */
  readonly lang: string
  /** One `section` element. */
  readonly children: readonly ElementContent[]
  readonly headings: readonly TocHeading[]
}

/** A reader's note. Its number, id and call are the same in every rendering. */
export interface Note {
  /** `note-<entry id>`. */
  readonly id: string
  /** `call-<entry id>`, the element in the text. */
  readonly call: string
  readonly work: string
  /** That of its entry, from 1 within its work. */
  readonly number: number
  readonly entry: Entry
  readonly content: readonly ElementContent[]
}

/** Where a page of the printed book begins. */
export interface PageBreak {
  /** As printed: `12`, `iv`. */
  readonly label: string
  readonly document: string
  /** Id of the block. */
  readonly block: string
  /**
   * Code points into the block's plain text; in front and back matter without white space and without
   * references to places, which are pages in print.
   */
  readonly offset: number
}

export interface Book {
  readonly documents: readonly BookDocument[]
  readonly notes: readonly Note[]
  /** The page breaks that fall in these documents, in the order given. */
  readonly pages: readonly PageBreak[]
}
