import type { Answer, Flow, Heading, Question, Section } from '@huijiao/ast'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { State } from '../state.ts'
import { byline, datelineBlock, paragraph, salutation } from './block.ts'
import { heading } from './heading.ts'
import { lacunaBlock } from './lacuna.ts'
import { mdastFlow } from './mdast.ts'

/** Renders blocks in order; a run of questions and answers becomes one group. */
export function flow(state: State, nodes: readonly (Heading | Flow)[]): ElementContent[] {
  const out: ElementContent[] = []
  let group: Element | null = null
  for (const node of nodes) {
    if (node.type === 'question' || node.type === 'answer') {
      if (group === null) {
        group = h('section', { className: ['qna'], 'epub:type': 'qna', role: 'doc-qna' })
        out.push(group)
      }
      group.children.push(exchange(state, node))
      continue
    }
    group = null
    out.push(...block(state, node))
  }
  return out
}

/** A question or an answer, as a whole. */
function exchange(state: State, node: Question | Answer): Element {
  const label = node.type === 'question' ? state.strings.question : state.strings.answer
  return h(
    'div',
    { className: [node.type], role: 'group', ariaLabel: label },
    flow(state, node.children),
  )
}

function section(state: State, node: Section): Element {
  const type = state.work.placement === 'appendix' ? 'division' : 'z3998:subchapter'
  return h('section', { className: ['section'], 'epub:type': type }, flow(state, node.children))
}

function block(state: State, node: Heading | Flow): ElementContent[] {
  switch (node.type) {
    case 'heading':
      return [heading(state, node)]
    case 'paragraph':
      return [paragraph(state, node)]
    case 'salutation':
      return [salutation(state, node)]
    case 'byline':
      return [byline(state, node)]
    case 'dateline':
      return [datelineBlock(state, node)]
    case 'section':
      return [section(state, node)]
    case 'lacuna':
      return lacunaBlock(state, node)
    case 'question':
    case 'answer':
      return [exchange(state, node)]
    default:
      return [mdastFlow(state, node)]
  }
}
