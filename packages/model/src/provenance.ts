import type { Box } from '@huijiao/ast'
import type { FurnitureKind } from './segmentation.ts'

/**
 * Data that a reader returns besides the text: its place in the file, the markup of the file, and the place where
 * it is on the printed page. Offsets count code points and spans are half-open, unless said otherwise.
 */

/** Mapping from the text of a source to its file. */
export interface FileMap {
  /** The file itself, the members of its archive, or the pages of a PDF. */
  readonly parts: readonly Part[]
  /** In the order of the text, which they cover: every character of the text comes from some place of the file. */
  readonly runs: readonly Run[]
  /** Words of the file that are no text of it, in its order. What neither runs nor asides cover is markup. */
  readonly asides: readonly Aside[]
}

export interface Part {
  /** Empty for the file itself; else the name of a member or `page 3`. */
  readonly name: string
  readonly length: number
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[]
}

/** `[start, end)` of the text is read from `[from, to)` of a part; of equal length, character by character. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly part: number
  readonly from: number
  readonly to: number
}

/** Why words of a file are no part of its running text. */
export type AsideKind = Extract<
  FurnitureKind,
  'note' | 'navigation' | 'comment' | 'running-head' | 'page-number' | 'other'
>

export interface Aside {
  readonly part: number
  readonly from: number
  readonly to: number
  readonly kind: AsideKind
  /** Offset in the text of the character after it. */
  readonly at: number
  /** Its words. */
  readonly text: string
  /** Of a note that the text calls: which one, and of the note itself what it says. */
  readonly note?: SourceNoteAside
}

/** The call of a note (`[^1]`), or the note that it calls. */
export interface SourceNoteAside {
  /** The same for a call and its note, unique in the file. */
  readonly id: string
  /** What the note says, without its mark; absent for a call. */
  readonly words?: string
}

/** Markup of a stretch of a file's text. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly kind: MarkKind
  /** Of a heading 1 to 6; of an item its depth from 1; of a cell 1 where it heads its column. */
  readonly level?: number
  /** The gloss of a ruby, the description of a missing character, the kind of a region. */
  readonly label?: string
}

export type MarkKind =
  | 'paragraph'
  | 'heading'
  | 'item'
  | 'row'
  | 'cell'
  | 'caption'
  | 'quote'
  | 'stanza'
  | 'verse'
  | 'byline'
  | 'dateline'
  /** An interlinear note: the text has it in （）. */
  | 'note'
  | 'ruby'
  | 'emphasis'
  | 'strong'
  /** A character that the file describes because it has no code for it: the text has 〓. */
  | 'missing-character'
  /** A region of a recognised page. */
  | 'region'

/** A page begins before `text[start]`. */
export interface PrintedPage {
  readonly start: number
  readonly label?: string
  /** File or address of its picture; never fetched. */
  readonly image?: string
  /** In the unit of the boxes: pixels for recognised pages, points for PDF. */
  readonly width?: number
  readonly height?: number
}

/** A line as printed. */
export interface PrintedLine {
  readonly start: number
  readonly end: number
  /** Index in `pages`. */
  readonly page: number
  readonly box?: Box
  /** Size of its type, in the unit of the page. */
  readonly size?: number
  /** Confidence of the recognition, from 0 to 1. */
  readonly confidence?: number
  readonly words?: readonly PrintedWord[]
}

export interface PrintedWord {
  readonly start: number
  readonly end: number
  readonly box?: Box
  readonly confidence?: number
}
