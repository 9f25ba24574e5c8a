import type { Answer, Question } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { State } from '../state.ts'

/** A question or an answer, as a whole; the state gathers a run of them into one group. */
const exchange = (state: State, node: Question | Answer, label: string): ElementContent[] => [
  h('div', { className: [node.type], role: 'group', ariaLabel: label }, state.all(node)),
]

export const question = (state: State, node: Question): ElementContent[] =>
  exchange(state, node, state.strings.question)

export const answer = (state: State, node: Answer): ElementContent[] =>
  exchange(state, node, state.strings.answer)
