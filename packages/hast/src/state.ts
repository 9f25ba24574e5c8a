import {
  type App,
  appsOf,
  type Edition,
  type Flow,
  type Heading,
  leafBlocks,
  type Phrasing,
  type Work,
} from '@huijiao/ast'
import type { ElementContent } from 'hast'
import type { BookOptions, PageBreak } from './model.ts'
import { partId } from './parts.ts'
import type { Strings } from './strings/index.ts'

/** Renders children: handlers reach each other through the state, not by import. */
export interface Renderers {
  readonly phrasing: (state: State, nodes: readonly Phrasing[]) => ElementContent[]
  readonly flow: (state: State, nodes: readonly (Heading | Flow)[]) => ElementContent[]
}

/** What the handlers know while they render one work. */
export interface State {
  readonly render: Renderers
  readonly edition: Edition
  readonly work: Work
  readonly strings: Strings
  /** Id of each block node. */
  readonly blockIds: ReadonlyMap<object, string>
  /** Number of each entry that is a reader's note. */
  readonly noteNumbers: ReadonlyMap<string, number>
  /** Page breaks by block id, in text order. */
  readonly breaks: ReadonlyMap<string, readonly PageBreak[]>
  /** Address of an element in a document; of the appendix and the notes, in the part that has this work. */
  readonly href: (document: string, id: string) => string
  /** Where the pen is in the block being rendered. */
  readonly pen: Pen
}

/** Counts code points of the block's plain text, so that page breaks fall where they should. */
export interface Pen {
  block: string
  offset: number
  phrases: readonly number[]
}

/** Whether readers get a note: a real variation, or a place that nothing decides. */
export function isNote(app: App): boolean {
  return (
    app.layer === 'content' &&
    app.continues === undefined &&
    (app.cause === 'variation' || app.certainty === 'undecided')
  )
}

export function stateFor(
  edition: Edition,
  work: Work,
  strings: Strings,
  options: BookOptions,
  render: Renderers,
  part = 0,
): State {
  const href = options.href ?? ((_document: string, id: string) => `#${id}`)
  const blockIds = new Map<object, string>()
  for (const block of leafBlocks(work)) blockIds.set(block.node, block.id)
  const noteNumbers = new Map<string, number>()
  for (const app of appsOf(work)) if (isNote(app)) noteNumbers.set(app.id, noteNumbers.size + 1)
  const breaks = new Map<string, PageBreak[]>()
  for (const b of options.pageBreaks ?? []) {
    if (b.document === work.id) breaks.set(b.block, [...(breaks.get(b.block) ?? []), b])
  }
  for (const list of breaks.values()) list.sort((a, b) => a.offset - b.offset)
  return {
    render,
    edition,
    work,
    strings,
    blockIds,
    noteNumbers,
    breaks,
    href: (document, id) =>
      href(
        document === 'apparatus' || document === 'notes' ? partId(document, part) : document,
        id,
      ),
    pen: { block: '', offset: 0, phrases: [] },
  }
}
