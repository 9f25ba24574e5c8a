import type { CanonicalNode } from '@huijiao/ast'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { write } from './page-break.ts'
import type { State } from './state.ts'

type AnyHandler = (state: State, node: CanonicalNode, parent: CanonicalNode) => ElementContent[]

/** Renders a node by its handler. A node of an unknown type gives its children, so that no text is lost. */
export function renderNode(
  state: State,
  node: CanonicalNode,
  parent: CanonicalNode,
): ElementContent[] {
  const byType: Readonly<Record<string, unknown>> = state.handlers
  const handler = byType[node.type]
  // The map is typed by node; which entry answers to this node only its type tells.
  if (typeof handler === 'function') return (handler as AnyHandler)(state, node, parent)
  if ('value' in node) return write(state, node.value)
  return renderChildren(state, node)
}

/** Renders the children of a node in order; a run of questions and answers becomes one group. */
export function renderChildren(state: State, parent: CanonicalNode): ElementContent[] {
  const out: ElementContent[] = []
  let group: Element | null = null
  const children: readonly CanonicalNode[] = 'children' in parent ? parent.children : []
  for (const node of children) {
    const asked = node.type === 'question' || node.type === 'answer'
    if (!asked) group = null
    else if (group === null) {
      group = h('section', { className: ['qna'], 'epub:type': 'qna', role: 'doc-qna' })
      out.push(group)
    }
    ;(group?.children ?? out).push(...renderNode(state, node, parent))
  }
  return out
}
