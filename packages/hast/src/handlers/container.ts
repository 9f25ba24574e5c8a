import type { Blockquote, Section, Speech, Stanza, Verse } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { State } from '../state.ts'

export function section(state: State, node: Section): ElementContent[] {
  const type = state.work.placement === 'appendix' ? 'division' : 'z3998:subchapter'
  return [h('section', { className: ['section'], 'epub:type': type }, state.all(node))]
}

export const blockquote = (state: State, node: Blockquote): ElementContent[] => [
  h('blockquote', state.all(node)),
]

export const verse = (state: State, node: Verse): ElementContent[] => [
  h('div', { className: ['verse'], 'epub:type': 'z3998:verse' }, state.all(node)),
]

export const stanza = (state: State, node: Stanza): ElementContent[] => [
  h('div', { className: ['stanza'] }, state.all(node)),
]

/** Speech of one person of a play, after the name. */
export const speech = (state: State, node: Speech): ElementContent[] => [
  h('div', { className: ['speech'] }, state.all(node)),
]
