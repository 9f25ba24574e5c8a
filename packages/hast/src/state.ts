import type { CanonicalNode, Edition, NodeOf, NodeType, Work } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import type { PageBreak } from './model.ts'
import type { Entry } from './present/model.ts'
import type { EntryMark } from './present/place-marks.ts'
import type { Strings } from './strings/index.ts'

/** Renders one node of a parent; its children it gives to the state. */
export type Handler<T extends NodeType> = (
  state: State,
  node: NodeOf<T>,
  parent: CanonicalNode,
) => ElementContent[]

/** One handler for each type of node that a presented work holds. A caller can override any of them. */
export type Handlers = { readonly [T in Exclude<NodeType, 'edition' | 'work'>]: Handler<T> } & {
  readonly entryMark: (state: State, node: EntryMark) => ElementContent[]
}

/** State of rendering one work, passed to all handlers. They call each other through it, not by import. */
export interface State {
  readonly handlers: Handlers
  /** Renders a node of a parent. */
  readonly one: (node: CanonicalNode, parent: CanonicalNode) => ElementContent[]
  /** Renders the children of a node; a run of questions and answers becomes one group. */
  readonly all: (parent: CanonicalNode) => ElementContent[]
  readonly edition: Edition
  readonly work: Work
  readonly strings: Strings
  /** Language of the work's text; the book speaks its own around it. */
  readonly lang: string
  /** Id of each block node. */
  readonly blockIds: ReadonlyMap<object, string>
  /** Id of the block of each note that the source itself prints, by its identifier. */
  readonly sourceNotes: ReadonlyMap<string, string>
  readonly entries: readonly Entry[]
  /** Ids of the entries that were called already. */
  readonly called: Set<string>
  /** Page breaks by block id, in text order. */
  readonly breaks: ReadonlyMap<string, readonly PageBreak[]>
  /** Address of an element in a document; of the appendix, in the part that has this work. */
  readonly href: (document: string, id: string) => string
  /** Where the pen is in the block being rendered. */
  readonly pen: Pen
}

/** Counts code points of the block's plain text, so that page breaks fall where they should. */
interface Pen {
  block: string
  offset: number
  phrases: readonly number[]
}
