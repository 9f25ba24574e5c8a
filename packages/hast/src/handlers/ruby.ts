import type { Ruby } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import type { State } from '../state.ts'

export function ruby(state: State, node: Ruby): ElementContent[] {
  const [open, close] = state.strings.brackets
  return [
    h('ruby', [...state.all(node), h('rp', open), h('rt', clean(node.annotation)), h('rp', close)]),
  ]
}
