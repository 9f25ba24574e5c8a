import type { Certainty, JoinReason, Recension, SourceSpan } from '@huijiao/ast'

/** Why a stretch of a source is no text of any work. */
export type FurnitureKind =
  | 'page-number'
  | 'jump-line'
  | 'repeated-headline'
  | 'source-note'
  | 'markup'
  | 'newspaper-headline'
  | 'running-head'
  /** Left out by the editor. */
  | 'omitted'
  /** Text of files that share nothing else: a licence, a notice of the site. */
  | 'boilerplate'
  | 'advertisement'
  /** Masthead or imprint of a newspaper or publisher. */
  | 'imprint'
  /** A note that the file keeps apart from its text: a footnote and the like, and the sign that calls it. */
  | 'note'
  /** Navigation and other chrome of a web page. */
  | 'navigation'
  | 'comment'
  | 'whitespace'
  | 'other'

export type BlockRole =
  | 'title'
  | 'subtitle'
  | 'dateline'
  | 'byline'
  | 'heading'
  | 'paragraph'
  | 'salutation'
  | 'question'
  | 'answer'
  /** One line of verse. */
  | 'verse'
  /** One item of a list, its mark included. */
  | 'item'
  /** One cell of a table. */
  | 'cell'
  /** A note that the source prints, its mark included. */
  | 'note'
  /** A stage direction on a line of its own. */
  | 'stage'

/** How a part follows the part before it in the same block, or a block the block before. */
export interface Join {
  /** `wrap`: next printed line; `break`: across a column, page or jump; `lacuna`: text is missing between. */
  readonly kind: 'wrap' | 'break' | 'lacuna'
  readonly certainty: Certainty
  readonly evidence: readonly JoinEvidence[]
}

export interface JoinEvidence {
  /** In nats. */
  readonly weight: number
  /** The words are in `hast/strings`. */
  readonly reason: JoinReason
}

/** A stretch of one source without furniture inside; never empty; no white space at its ends. */
export interface BlockPart {
  readonly start: number
  readonly end: number
  /** How it follows the part before it; absent on the first part of a block. */
  readonly join?: Join
}

/**
 * A logical block of one witness: a paragraph, heading and so on, freed of wraps and cuts.
 * An `answer` block is one paragraph of an answer; a following plain paragraph of the same answer has
 * role `answer` too, so that consecutive `answer` blocks up to the next `question` are one answer.
 */
export interface LogicalBlock {
  readonly role: BlockRole
  /** For `heading`: 2 for the first level inside a work, and so on down. */
  readonly depth?: number
  /** Opens a group: the first line of a stanza, the first item of a list, the first cell of a row. */
  readonly first?: true
  readonly parts: readonly BlockPart[]
  /** How the block follows the one before it in this witness, where that was not plain adjacency. */
  readonly join?: Join
}

/** Text of one work in one source, in reading order. */
export interface WitnessText {
  readonly work: string
  readonly siglum: string
  readonly file: string
  /** Id of the recension, where the work has several. */
  readonly recension?: string
  readonly blocks: readonly LogicalBlock[]
  readonly certainty: Certainty
  readonly evidence: readonly JoinEvidence[]
}

/** One tile of a source file. The tiles of a file cover it without overlap. */
export interface Tile extends SourceSpan {
  /** `text`, or the kind of furniture. */
  readonly role: 'text' | FurnitureKind
  /** The work that a `text` tile, a repeated headline, a jump line … belongs to, where known. */
  readonly work?: string
}

/** A place for the editor to look at. */
export interface Doubt {
  /** Text is missing; a join, the home of a piece is uncertain; a work is not listed, or not found; a page's headline. */
  readonly kind: 'gap' | 'join' | 'home' | 'unlisted' | 'not-found' | 'headline'
  /** The work, where it is one's. */
  readonly work?: string
  /** Of a gap or a join. */
  readonly evidence: readonly JoinEvidence[]
  readonly place: SourceSpan
  readonly certainty: Certainty
}

export interface SegmentedWork {
  readonly id: string
  readonly texts: readonly WitnessText[]
  readonly recensions: readonly Recension[]
}

export interface Segmentation {
  readonly works: readonly SegmentedWork[]
  readonly tiles: readonly Tile[]
  readonly doubts: readonly Doubt[]
}
