import type { Phrasing } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { write } from '../page-break.ts'
import type { State } from '../state.ts'
import { app } from './app.ts'
import { dateline } from './dateline.ts'
import { lacuna } from './lacuna.ts'
import { ruby } from './ruby.ts'
import { text } from './text.ts'

/** Renders what stands in a line. An unknown node gives its children, so that no text is lost. */
export function phrasing(state: State, nodes: readonly Phrasing[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    switch (node.type) {
      case 'text':
        return text(state, node)
      case 'app':
        return app(state, node)
      case 'lacuna':
        return lacuna(state, node)
      case 'ruby':
        return ruby(state, node)
      case 'dateline':
        return dateline(state, node)
      case 'emphasis':
        return [h('em', phrasing(state, node.children as Phrasing[]))]
      case 'strong':
        return [h('strong', phrasing(state, node.children as Phrasing[]))]
      case 'break':
        // Counted as the one space that plain text has for it.
        return [h('br'), ...write(state, ' ').filter((n) => n.type !== 'text')]
      default:
        return 'children' in node
          ? phrasing(state, (node as { children: Phrasing[] }).children)
          : 'value' in node
            ? write(state, String((node as { value: unknown }).value))
            : []
    }
  })
}
