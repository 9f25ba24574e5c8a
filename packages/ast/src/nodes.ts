/**
 * The node types of the canonical tree, a unist dialect that extends mdast.
 * The content model, with an example for each node, is in this package's readme.
 */
import type {
  Blockquote,
  Break,
  Emphasis,
  List,
  Text as MdastText,
  Strong,
  Table,
  ThematicBreak,
} from 'mdast'
import type { Data, Node, Parent } from 'unist'
import type { EditionMeta, Recension } from './meta.ts'
import type { Attestation, Evidence, Reading, RulingNote } from './readings.ts'

/** Certainty of a decision. `undecided` keeps the base text's reading and marks the place. */
export type Certainty = 'high' | 'medium' | 'low' | 'undecided'

/** Chen Yuan's four methods of collation (陈垣《校勘学释例》，校法四例). */
export type Method = '对校' | '本校' | '他校' | '理校'

/**
 * `noise`: a transcription misreads what its printing says; kept out of the reader's notes.
 * `variation`: two printings or recensions really differ; becomes a note.
 */
export type Cause = 'noise' | 'variation'

/** Provenance of a run of text: which witnesses have it, and where. */
export interface Provenance extends Data {
  readonly attestations?: readonly Attestation[]
}

/** A run of text; `data.attestations` says where each witness has it. */
export interface Text extends MdastText {
  data?: Provenance
}

/** An apparatus entry in its place. Its children are the lemma. */
export interface App extends Parent {
  type: 'app'
  /** Permanent: unchanged by other decisions. Letters, digits, hyphens; unique in the edition. */
  id: string
  /** Punctuation is decided in a layer of its own. */
  layer: 'content' | 'punctuation'
  /** All readings, the lemma's among them unless it was supplied by a ruling. */
  readings: Reading[]
  /** The method that decided; null where none did. */
  method: Method | null
  evidence: Evidence[]
  certainty: Certainty
  cause: Cause
  /** The editor's word, where a ruling decided. */
  ruling?: RulingNote
  /** An entry that runs over a block boundary is split there; later parts name the first. */
  continues?: string
  children: (Text | Lacuna)[]
}

/** A known gap in the text, printed ［……］. Stands among phrasing or among blocks. */
export interface Lacuna extends Node {
  type: 'lacuna'
  /** Why text is held to be missing here, in words. */
  reason?: string
}

/** Ruby: the children are the base, `annotation` what stands beside it. */
export interface Ruby extends Parent {
  type: 'ruby'
  annotation: string
  children: Phrasing[]
}

/** A dispatch's place, date and agency. A run-in at the head of a paragraph, or a block. */
export interface Dateline extends Parent {
  type: 'dateline'
  children: Phrasing[]
}

export type Phrasing = Text | App | Lacuna | Ruby | Dateline | Emphasis | Strong | Break

/** Title of a work or section. `supplied` by the editor titles are shown in 〔〕. */
export interface Title extends Parent {
  type: 'title'
  supplied?: boolean
  /**
   * Where a line of it may end, in code points of its text without the signs of a supplied title, ascending;
   * elsewhere words would be torn. A renderer may do without.
   */
  breaks?: number[]
  children: Phrasing[]
}

export interface Subtitle extends Parent {
  type: 'subtitle'
  children: Phrasing[]
}

export interface Byline extends Parent {
  type: 'byline'
  children: Phrasing[]
}

/** Opens a work (depth 1) or a section (depth 2 to 6). */
export interface Heading extends Parent {
  type: 'heading'
  depth: 1 | 2 | 3 | 4 | 5 | 6
  children: (Title | Subtitle | Dateline | Byline)[]
}

export interface Paragraph extends Parent {
  type: 'paragraph'
  children: Phrasing[]
}

/** An address to the audience on a line of its own. */
export interface Salutation extends Parent {
  type: 'salutation'
  children: Phrasing[]
}

export interface Question extends Parent {
  type: 'question'
  children: (Paragraph | Lacuna)[]
}

export interface Answer extends Parent {
  type: 'answer'
  children: (Paragraph | Lacuna)[]
}

export interface Section extends Parent {
  type: 'section'
  children: (Heading | Flow)[]
}

/** What mdast offers beyond running text; renderers support it, the reader of plain text never makes it. */
export type MdastFlow = Blockquote | List | Table | ThematicBreak

export type Flow =
  | Paragraph
  | Salutation
  | Question
  | Answer
  | Section
  | Lacuna
  | Byline
  | Dateline
  | MdastFlow

export interface Work extends Parent {
  type: 'work'
  /** ASCII letters, digits and hyphens; unique in the edition. */
  id: string
  /** Where the work stands in the book. */
  placement: 'body' | 'appendix'
  /** Sigla of the witnesses that have any of this work, in the edition's order. */
  sigla: string[]
  /** Two or more where the work is transmitted in recensions; empty otherwise. */
  recensions: Recension[]
  /** The heading comes first. */
  children: (Heading | Flow)[]
}

/** The root: one edition, its description and its works in book order. */
export interface Edition extends Parent {
  type: 'edition'
  meta: EditionMeta
  children: Work[]
}

/** A block that takes one line of the text export and one block number. */
export type LeafBlock = Title | Subtitle | Byline | Dateline | Paragraph | Salutation

export type CanonicalNode =
  | Edition
  | Work
  | Section
  | Heading
  | LeafBlock
  | Question
  | Answer
  | Phrasing
  | MdastFlow
