import { appsOf, type Edition, leafBlocks, type Work } from '@huijiao/ast'
import { handlers } from './handlers/index.ts'
import { isNote } from './is-note.ts'
import type { PageBreak } from './model.ts'
import type { BookOptions } from './options.ts'
import { partId } from './parts.ts'
import { renderChildren, renderNode } from './render.ts'
import type { State } from './state.ts'
import type { Strings } from './strings/index.ts'

/** The state in which one work is rendered. */
export function stateFor(
  edition: Edition,
  work: Work,
  strings: Strings,
  options: BookOptions,
  part = 0,
): State {
  const href = options.href ?? ((_document: string, id: string) => `#${id}`)
  const blockIds = new Map<object, string>()
  const sourceNotes = new Map<string, string>()
  for (const { node, id } of leafBlocks(work)) {
    blockIds.set(node, id)
    if (node.type === 'sourceNote' && node.identifier !== undefined) {
      sourceNotes.set(node.identifier, id)
    }
  }
  const noteNumbers = new Map<string, number>()
  for (const app of appsOf(work)) if (isNote(app)) noteNumbers.set(app.id, noteNumbers.size + 1)
  const breaks = new Map<string, PageBreak[]>()
  for (const b of options.pageBreaks ?? []) {
    if (b.document === work.id) breaks.set(b.block, [...(breaks.get(b.block) ?? []), b])
  }
  for (const list of breaks.values()) list.sort((a, b) => a.offset - b.offset)
  const state: State = {
    handlers: { ...handlers, ...options.handlers },
    one: (node, parent) => renderNode(state, node, parent),
    all: (parent) => renderChildren(state, parent),
    edition,
    work,
    strings,
    blockIds,
    sourceNotes,
    noteNumbers,
    breaks,
    href: (document, id) =>
      href(
        document === 'apparatus' || document === 'notes' ? partId(document, part) : document,
        id,
      ),
    pen: { block: '', offset: 0, phrases: [] },
  }
  return state
}
