import type { Answer, Question } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { State } from '../state.ts'

/** What says whose words follow. */
const VOICE = /^[问問答QA][：:]/u

/** A question or an answer, as a whole; the state gathers a run of them into one group. */
function exchange(state: State, node: Question | Answer, label: string): ElementContent[] {
  const blocks = state.all(node).map((block, i) => (i === 0 ? voiced(block) : block))
  return [h('div', { className: [node.type], role: 'group', ariaLabel: label }, blocks)]
}

/** `<p>答：没有。</p>` → `<p><span class="voice">答：</span>没有。</p>` */
function voiced(block: ElementContent): ElementContent {
  if (block.type !== 'element') return block
  const [first, ...rest] = block.children
  const voice = first?.type === 'text' ? VOICE.exec(first.value)?.[0] : undefined
  if (first?.type !== 'text' || voice === undefined) return block
  const said = { ...first, value: first.value.slice(voice.length) }
  return { ...block, children: [h('span', { className: ['voice'] }, voice), said, ...rest] }
}

export const question = (state: State, node: Question): ElementContent[] =>
  exchange(state, node, state.strings.question)

export const answer = (state: State, node: Answer): ElementContent[] =>
  exchange(state, node, state.strings.answer)
