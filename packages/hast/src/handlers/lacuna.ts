import { LACUNA_SIGN, type Lacuna } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { beginBlock, write } from '../page-break.ts'
import type { State } from '../state.ts'

/** A gap, printed ［……］; the reason is its title. */
export function lacuna(state: State, node: Lacuna): ElementContent[] {
  const label = node.reason === undefined ? state.strings.lacuna : clean(node.reason)
  return [
    h(
      'span',
      { className: ['lacuna'], role: 'img', ariaLabel: label, title: label },
      write(state, LACUNA_SIGN),
    ),
  ]
}

/** A gap between blocks stands on a line of its own. */
export function lacunaBlock(state: State, node: Lacuna): ElementContent[] {
  const id = state.blockIds.get(node) ?? ''
  return [
    h('p', { id, className: ['lacuna-block'] }, [...beginBlock(state, id), ...lacuna(state, node)]),
  ]
}
