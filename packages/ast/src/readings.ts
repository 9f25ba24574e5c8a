import type { Data } from 'unist'
import type { Reason } from './reasons.ts'

/** Chen Yuan's four methods of collation (陈垣《校勘学释例》，校法四例). */
export type Method = '对校' | '本校' | '他校' | '理校'

/** A half-open span of a source file, in code points of its decoded text. */
export interface SourceSpan {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** A witness has this text, at this place of its transcription. */
export interface Attestation extends SourceSpan {
  readonly siglum: string
  /** Where the file says on which printed page it stands. */
  readonly print?: PlaceInPrint
}

/** Left, top, right and bottom, in the unit of the page, from its upper left corner. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

/** Where text stands on the printed page. */
export interface PlaceInPrint {
  /** The number that the file gives the page, else its place among the pages, from 1. */
  readonly page: string
  /** File or address of the page’s picture; never fetched. */
  readonly image?: string
  /** Width and height of the page, in the unit of the box. */
  readonly size?: readonly [width: number, height: number]
  /** Around the words, else around the line; in the unit of the page. */
  readonly box?: Box
  /** How sure the recognition of the words or the line is, from 0 to 1. */
  readonly confidence?: number
}

/** Provenance of a run of text: which witnesses have it, and where. */
export interface Provenance extends Data {
  readonly attestations?: readonly Attestation[]
  /** Written in the other script by all that attest it, and of several forms nothing told which. */
  readonly guessed?: true
}

/** Certainty of a decision. `undecided` keeps the base text's reading and marks the place. */
export type Certainty = 'high' | 'medium' | 'low' | 'undecided'

/**
 * `noise`: a transcription misreads what its printing says; kept out of the reader's notes.
 * `variation`: two printings or recensions really differ; becomes a note.
 */
export type Cause = 'noise' | 'variation'

/**
 * How a reading departs from the lemma: 訛 substitution, 脫 omission, 衍 addition,
 * 倒 transposition, 异体 orthographic, 标点 punctuation. `lemma` for the lemma itself.
 */
export type ReadingType =
  | 'lemma'
  | 'substitution'
  | 'omission'
  | 'addition'
  | 'transposition'
  | 'orthographic'
  | 'punctuation'

/** Reading of one or more witnesses at a locus. An omission has the empty text. */
export interface Reading {
  /** In the edition's conventions; the text as written is in the source, at the attestations. */
  text: string
  sigla: string[]
  type: ReadingType
  /** One span for each siglum; empty (start = end) where the witness omits. */
  attestations: Attestation[]
}

/** One reason to prefer one reading. */
export interface Evidence {
  method: Method
  /** Text of the reading that it supports. */
  supports: string
  /** In nats (natural log of a likelihood ratio); negative where it is evidence against. */
  weight: number
  /** Kind of evidence and the values that its sentence is filled with; the words are in `hast/strings`. */
  reason: Reason
  /** Places in the sources that it rests on. */
  places: SourceSpan[]
}

/** The part of a ruling that the book shows. */
export interface RulingNote {
  reason: string
  citation?: string
  by: string
  /** ISO date. */
  date: string
}
