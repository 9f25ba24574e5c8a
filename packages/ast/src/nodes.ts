/**
 * The node types of the canonical tree, a unist dialect that extends mdast. What each may hold is in `spec.ts`, with
 * an example of each in this package's readme.
 */
import type { Break, Text as MdastText, ThematicBreak } from 'mdast'
import type { Node, Parent } from 'unist'
import type { EditionMeta, Recension } from './meta.ts'
import type {
  Cause,
  Certainty,
  Evidence,
  Method,
  Provenance,
  Reading,
  RulingNote,
} from './readings.ts'
import type { NodeType } from './spec.ts'

export type { Break, ThematicBreak } from 'mdast'

/** A run of text; `data.attestations` says where each witness has it, `data.guessed` that its form is a guess. */
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

/** A known gap in the text, printed ［……］, or □ for each character. Stands among phrasing or among blocks. */
export interface Lacuna extends Node {
  type: 'lacuna'
  /** Characters that are missing, where the witnesses set a sign for each. */
  quantity?: number
  /** Where they do so. */
  data?: Provenance
  /** How much is missing, why that is held, and what it rests on: the editor's words. */
  extent?: string
  reason?: string
  citation?: string
}

/** A node that holds runs of text and nothing else. */
interface PhrasingParent<T extends NodeType> extends Parent {
  type: T
  children: Phrasing[]
}

/** A node that holds blocks. */
interface FlowParent<T extends NodeType> extends Parent {
  type: T
  children: Flow[]
}

/** Ruby: the children are the base, `annotation` the gloss beside it. */
export interface Ruby extends PhrasingParent<'ruby'> {
  annotation: string
}

/** A dispatch's place, date and agency. A run-in at the head of a paragraph, or a block. */
export type Dateline = PhrasingParent<'dateline'>
export type Emphasis = PhrasingParent<'emphasis'>
export type Strong = PhrasingParent<'strong'>

/** A note that the source prints small within the line (夹注). */
export type InlineNote = PhrasingParent<'inlineNote'>

/** The mark in the text that calls a note of the source; the mark is the children. */
export interface SourceNoteCall extends PhrasingParent<'sourceNoteCall'> {
  identifier: string
}

/** 专名号 beside a name, or 甲式书名号 beside a title, where the source prints such a line. */
export interface ProperName extends PhrasingParent<'properName'> {
  kind: 'name' | 'title'
}

/** A stage direction: within a line, or a block. */
export type Stage = PhrasingParent<'stage'>

export type Phrasing =
  | Text
  | App
  | Lacuna
  | Ruby
  | Dateline
  | ProperName
  | InlineNote
  | SourceNoteCall
  | Stage
  | Emphasis
  | Strong
  | Break

/** Title of a work or section. `supplied` by the editor titles are shown in 〔〕. */
export interface Title extends PhrasingParent<'title'> {
  supplied?: boolean
  /**
   * Where a line of it may end, in code points of its text without the signs of a supplied title, ascending;
   * elsewhere words would be torn. A renderer may do without.
   */
  breaks?: number[]
}

export type Subtitle = PhrasingParent<'subtitle'>
export type Byline = PhrasingParent<'byline'>
export type Paragraph = PhrasingParent<'paragraph'>
/** An address to the audience on a line of its own. */
export type Salutation = PhrasingParent<'salutation'>
/** A line of verse. */
export type Line = PhrasingParent<'line'>
/** The name before a speech of a play. */
export type Speaker = PhrasingParent<'speaker'>
export type Caption = PhrasingParent<'caption'>
export type Credit = PhrasingParent<'credit'>

/** A note that the source itself prints (原注), its mark included. */
export interface SourceNote extends PhrasingParent<'sourceNote'> {
  /** That of the call in the text, where there is one. */
  identifier?: string
  /** The witnesses that have it, where not all do. */
  sigla?: string[]
}

/** Opens a work (depth 1) or a section (depth 2 and more). */
export interface Heading extends Parent {
  type: 'heading'
  depth: number
  children: (Title | Subtitle | Dateline | Byline)[]
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

export interface Stanza extends Parent {
  type: 'stanza'
  children: (Line | Lacuna)[]
}

/** A poem, or verses in prose. */
export interface Verse extends Parent {
  type: 'verse'
  children: (Stanza | Lacuna)[]
}

/** Speech of one person of a play. */
export interface Speech extends Parent {
  type: 'speech'
  children: (Speaker | Paragraph | Verse | Stage | Lacuna)[]
}

/** A picture, or only its caption where the picture is not reproduced. */
export interface Figure extends Parent {
  type: 'figure'
  /** A data URL of a PNG or JPEG. */
  src?: string
  /** Description of the picture, for readers who do not see it. */
  alt?: string
  children: (Caption | Credit)[]
}

export type Blockquote = FlowParent<'blockquote'>
export type ListItem = FlowParent<'listItem'>

export interface List extends Parent {
  type: 'list'
  ordered?: boolean | null
  start?: number | null
  /** The items have marks of their own in their text (一、 ●). */
  marked?: boolean
  children: ListItem[]
}

export type TableCell = PhrasingParent<'tableCell'>

export interface TableRow extends Parent {
  type: 'tableRow'
  children: TableCell[]
}

export interface Table extends Parent {
  type: 'table'
  /** The first row is the head. */
  children: TableRow[]
}

export type Flow =
  | Paragraph
  | Salutation
  | Question
  | Answer
  | Section
  | Lacuna
  | Byline
  | Dateline
  | Verse
  | Speech
  | Stage
  | Figure
  | SourceNote
  | Blockquote
  | List
  | Table
  | ThematicBreak

export interface Work extends Parent {
  type: 'work'
  /** ASCII letters, digits and hyphens; unique in the edition. */
  id: string
  /** Part of the book that the work is in. */
  placement: 'body' | 'appendix'
  /** Sigla of the witnesses that have any of this work, in the edition's order. */
  sigla: string[]
  /** Siglum of the base text, whose reading is kept where nothing decides; absent with a single witness. */
  base?: string
  /** Two or more where the work is transmitted in recensions; empty otherwise. */
  recensions: Recension[]
  /** The title for running heads, contents and lists, where the title itself is long. */
  shortTitle?: string
  /** Parts of it that no witness has. */
  lacks?: ('beginning' | 'end')[]
  /** Headnote: the editor's introduction before the text. */
  headnote?: Flow[]
  /** The heading comes first. */
  children: (Heading | Flow)[]
}

/** The root: one edition, its description and its works in book order. */
export interface Edition extends Parent {
  type: 'edition'
  meta: EditionMeta
  /** Preface and afterword by the editor. */
  preface?: (Heading | Flow)[]
  afterword?: (Heading | Flow)[]
  children: Work[]
}
