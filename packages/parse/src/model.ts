/**
 * The values that pass between the stages of the pipeline. All are plain and immutable.
 * Offsets are code points of a source's decoded text, spans half-open, unless said otherwise.
 */
import type {
  App,
  Certainty,
  Evidence,
  Lacuna,
  Recension,
  SourceSpan,
  WitnessInfo,
} from '@huijiao/ast'
import type { Script } from './script.ts'

/** A raw file, decoded. */
export interface Source {
  /** Name below the edition's `witnesses/`. */
  readonly file: string
  readonly siglum: string
  readonly sha256: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'
  /** The decoded text, without a byte order mark; line ends as they are. */
  readonly text: string
  /** The text by code points; `points.length` is the length all spans count in. */
  readonly points: readonly string[]
  /** Offset of the first code point of each line. */
  readonly lineStarts: readonly number[]
}

/** Why a stretch of a source is no text of any work. */
export type FurnitureKind =
  | 'page-number'
  | 'jump-line'
  | 'repeated-headline'
  | 'source-note'
  | 'markup'
  | 'newspaper-headline'
  | 'running-head'
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

/** How a part follows the part before it in the same block, or a block the block before. */
export interface Join {
  /** `wrap`: next printed line; `break`: across a column, page or jump; `lacuna`: text is missing between. */
  readonly kind: 'wrap' | 'break' | 'lacuna'
  readonly certainty: Certainty
  readonly evidence: readonly JoinEvidence[]
}

export interface JoinEvidence {
  /** `overlap`, `word-cut`, `syntax`, `jump-line`, `position`, `override` … */
  readonly kind: string
  readonly weight: number
  readonly reason: string
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
  /** For `heading`: 2 for a section, 3 for a subsection. */
  readonly depth?: number
  readonly parts: readonly BlockPart[]
  /** How the block follows the one before it in this witness, where that was not plain adjacency. */
  readonly join?: Join
}

/** What one source has of one work, in reading order. */
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
  readonly message: string
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

/** What an edition says of a work before it is found. */
export interface WorkSpec {
  readonly id: string
  readonly title: string
  /** The title is the editor's; the sources carry none. */
  readonly supplied: boolean
  readonly placement: 'body' | 'appendix'
  /** Siglum of the base text, where the editor names it. */
  readonly base?: string
  /** Short quotations that the work contains: the editor's help to segmentation; they win. */
  readonly contains?: readonly Quotation[]
  /** Pairs of quotations: what ends with `after` is followed by what begins with `before`. */
  readonly joins?: readonly {
    readonly after: Quotation
    readonly before: Quotation
    readonly lacuna?: boolean
  }[]
  /** Sigla by recension, and which is the base; where the editor knows better than the program. */
  readonly recensions?: readonly Recension[]
}

/** A quotation with its place in `edition.yaml`, for messages. */
export interface Quotation {
  readonly text: string
  readonly siglum?: string
  readonly line: number
  readonly column: number
}

/** A punctuation mark or a space that matters, between two content characters. */
export interface SoftToken {
  /**
   * One code point, as written, but for 〇 where a circle stands for it, and for the edition's script where the
   * witness is in the other one.
   */
  readonly t: string
  readonly at: number
}

/**
 * One content character of a witness (Han, letter, digit, symbol), ready for alignment.
 * Content alone is aligned; punctuation hangs on it and is decided in a layer of its own.
 */
export interface WitnessToken {
  /** As written: one code point. */
  readonly t: string
  /** Matching key: width and variant forms folded. */
  readonly n: string
  /** Offset in the source. */
  readonly at: number
  /** Index of its logical block in the witness text. */
  readonly block: number
  /** What stands before it in its block; only on the first token of a block. */
  readonly before: readonly SoftToken[]
  /** What stands after it, up to the next content character or the end of its block. */
  readonly after: readonly SoftToken[]
}

/** One witness of one work as a token sequence. */
export interface TokenizedWitness {
  readonly siglum: string
  readonly file: string
  readonly recension?: string
  readonly text: WitnessText
  readonly tokens: readonly WitnessToken[]
  /** The script it is written in, where its tokens were put into another (see `inOneScript`). */
  readonly script?: Script
}

/** One unit of the alignment of a work; spans are token indexes by witness index. */
export interface AlignedUnit {
  readonly equal: boolean
  /** By index of the witness in `CollatedWork.witnesses`; empty where it has nothing here. */
  readonly spans: readonly (readonly [start: number, end: number])[]
  /** Whether the witness covers this place at all (false before its first and after its last token, and in its lacunae). */
  readonly covers: readonly boolean[]
}

/** The content layer of one work, aligned. */
export interface CollatedWork {
  readonly spec: WorkSpec
  readonly witnesses: readonly TokenizedWitness[]
  readonly recensions: readonly Recension[]
  readonly units: readonly AlignedUnit[]
  /** Index of the base witness: its reading stands where nothing decides. */
  readonly base: number
  /** All witnesses by rank as base text: the base first; where it does not cover, the next one stands in. */
  readonly preference: readonly number[]
}

/** A place where witnesses of a work differ, as the evidence modules see it. */
export interface Locus {
  readonly work: string
  /** Index of the unit in the collated work. */
  readonly unit: number
  readonly layer: 'content' | 'punctuation'
  /**
   * Punctuation only: index, in the unit's characters of the reading text, of the character that the marks
   * follow; -1 for the marks before the first character of the work.
   */
  readonly offset?: number
  /** Distinct readings; the base text's first. */
  readonly readings: readonly LocusReading[]
  /** Up to 24 characters of agreed or base text before and after. */
  readonly before: string
  readonly after: string
}

export interface LocusReading {
  /** In the edition's conventions. */
  readonly text: string
  /** Indexes of witnesses in `CollatedWork.witnesses`. */
  readonly witnesses: readonly number[]
}

/** What was decided at a locus. */
export interface Decision {
  readonly locus: Locus
  /** The lemma: the text of a reading, or what a ruling supplies. */
  readonly lemma: string
  readonly method: App['method']
  readonly certainty: Certainty
  readonly cause: App['cause']
  readonly evidence: readonly Evidence[]
  readonly ruling?: App['ruling']
}

/** A suspected error where all witnesses agree or only one speaks: listed, never silently changed. */
export interface Suspicion {
  readonly work: string
  readonly places: readonly SourceSpan[]
  readonly text: string
  readonly suggestion: string | null
  readonly evidence: readonly Evidence[]
  readonly certainty: Certainty
}

export type { App, Evidence, Lacuna, SourceSpan, WitnessInfo }

/** One character of the reading text before punctuation. */
export interface LemmaCharacter {
  /** Final form. */
  readonly t: string
  /** Index of the unit it stands in. */
  readonly unit: number
  /** By index of the witness: the index of the token that has this very character here, or -1. */
  readonly tokens: readonly number[]
}

/** A block of the reading text, by indexes of lemma characters. */
export interface Division {
  readonly role: BlockRole
  /** For `heading`: 2 for a section, 3 for a subsection. */
  readonly depth: number
  readonly start: number
  readonly end: number
}
