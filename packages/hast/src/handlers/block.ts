import {
  type Byline,
  type Dateline,
  type Paragraph,
  type Salutation,
  SUPPLIED_SIGNS,
  type Subtitle,
  type Title,
} from '@huijiao/ast'
import type { Element, ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import { beginBlock, write } from '../page-break.ts'
import type { State } from '../state.ts'
import { phrasing } from './phrasing.ts'

/** A block that takes one line of the text export, with its permanent id. */
export function leaf(
  state: State,
  node: Paragraph | Salutation | Byline | Dateline | Subtitle,
  name: string,
  properties: Properties,
): Element {
  const id = state.blockIds.get(node)
  // Within a list or quotation the whole is the block.
  if (id === undefined) return h(name, properties, phrasing(state, node.children))
  return h(name, { ...properties, id }, [
    ...beginBlock(state, id),
    ...phrasing(state, node.children),
  ])
}

export const paragraph = (state: State, node: Paragraph): Element => leaf(state, node, 'p', {})

export const salutation = (state: State, node: Salutation): Element =>
  leaf(state, node, 'p', { className: ['salutation'], 'epub:type': 'z3998:salutation' })

export const byline = (state: State, node: Byline): Element =>
  leaf(state, node, 'p', { className: ['byline'], 'epub:type': 'z3998:author' })

export const datelineBlock = (state: State, node: Dateline): Element =>
  leaf(state, node, 'p', { className: ['dateline'] })

export const subtitle = (state: State, node: Subtitle): Element =>
  leaf(state, node, 'p', {
    className: ['subtitle'],
    'epub:type': 'subtitle',
    role: 'doc-subtitle',
  })

/** A title; supplied ones in their brackets. */
export function title(state: State, node: Title, depth: number): Element {
  const id = state.blockIds.get(node) ?? ''
  const supplied = node.supplied === true
  const opening = supplied ? [...SUPPLIED_SIGNS[0]].length : 0
  const phrases = (node.breaks ?? []).map((at) => at + opening)
  const content: ElementContent[] = [
    ...beginBlock(state, id, phrases),
    ...(supplied ? write(state, SUPPLIED_SIGNS[0]) : []),
    ...phrasing(state, node.children),
    ...(supplied ? write(state, SUPPLIED_SIGNS[1]) : []),
  ]
  return h(
    `h${Math.min(6, depth)}`,
    {
      id,
      className: [
        'title',
        ...(supplied ? ['supplied'] : []),
        ...(phrases.length > 0 ? ['phrased'] : []),
      ],
      'epub:type': 'title',
    },
    content,
  )
}
