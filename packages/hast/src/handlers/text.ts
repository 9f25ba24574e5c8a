import type { Text } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { write } from '../page-break.ts'
import type { State } from '../state.ts'

export function text(state: State, node: Text): ElementContent[] {
  return write(state, node.value)
}
