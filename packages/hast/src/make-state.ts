import { type Edition, leafBlocks, toText } from '@huijiao/ast'
import { handlers } from './handlers/index.ts'
import { languageOf } from './language.ts'
import type { PageBreak } from './model.ts'
import type { BookOptions } from './options.ts'
import { partId } from './parts.ts'
import type { PresentedWork } from './present/present.ts'
import { renderChildren, renderNode } from './render.ts'
import type { State } from './state.ts'
import type { Strings } from './strings/index.ts'

/** The state in which one work is rendered. */
export function stateFor(
  edition: Edition,
  { work, entries }: Pick<PresentedWork, 'work' | 'entries'>,
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
    lang: languageOf(toText(work), edition.meta.language),
    blockIds,
    sourceNotes,
    entries,
    called: new Set(),
    breaks,
    href: (document, id) => href(document === 'apparatus' ? partId(document, part) : document, id),
    pen: { block: '', offset: 0, phrases: [] },
  }
  return state
}
