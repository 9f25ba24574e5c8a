import type { Ruby } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import type { State } from '../state.ts'

export function ruby(state: State, node: Ruby): ElementContent[] {
  return [
    h('ruby', [
      ...state.render.phrasing(state, node.children),
      h('rp', '（'),
      h('rt', clean(node.annotation)),
      h('rp', '）'),
    ]),
  ]
}
