import type { LeafBlock, NodeOf, Phrasing, SourceNote } from '@huijiao/ast'
import type { ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import { beginBlock, write } from '../page-break.ts'
import type { Handler, State } from '../state.ts'

type TextBlock = Extract<LeafBlock, { children: Phrasing[] }>

/** A block that takes one line of the text export, with its permanent id; without one in what the editor writes. */
export function leaf(
  state: State,
  node: TextBlock,
  name: string,
  properties: Properties,
): ElementContent[] {
  const id = state.blockIds.get(node)
  return [
    h(name, id === undefined ? properties : { ...properties, id }, [
      ...beginBlock(state, id ?? ''),
      ...state.all(node),
    ]),
  ]
}

/** A handler for blocks of a type that differ only in their class. */
const block =
  <T extends TextBlock['type']>(className?: string, properties: Properties = {}): Handler<T> =>
  (state: State, node: NodeOf<T>) =>
    leaf(
      state,
      node,
      'p',
      className === undefined ? properties : { className: [className], ...properties },
    )

export const paragraph = block<'paragraph'>()
export const salutation = block<'salutation'>('salutation', { 'epub:type': 'z3998:salutation' })
export const byline = block<'byline'>('byline', { 'epub:type': 'z3998:author' })
export const subtitle = block<'subtitle'>('subtitle', {
  'epub:type': 'subtitle',
  role: 'doc-subtitle',
})
export const line = block<'line'>('line')
export const speaker = block<'speaker'>('speaker')
export const caption = block<'caption'>('caption')
export const credit = block<'credit'>('credit')

/** A note of the source, with the witnesses that have it where not all do. */
export function sourceNote(state: State, node: SourceNote): ElementContent[] {
  const called = node.identifier !== undefined
  const properties = {
    className: ['source-note'],
    ...(called ? { 'epub:type': 'footnote', role: 'doc-footnote' } : {}),
  }
  const [note] = leaf(state, node, 'p', properties)
  if (node.sigla === undefined || note?.type !== 'element') return note === undefined ? [] : [note]
  return [
    { ...note, children: [...note.children, ...write(state, state.strings.noteOf(node.sigla))] },
  ]
}
