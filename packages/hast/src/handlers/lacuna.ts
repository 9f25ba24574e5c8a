import { LACUNA_SIGN, type Lacuna } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { beginBlock, write } from '../page-break.ts'
import type { State } from '../state.ts'
import type { Strings } from '../strings/index.ts'

/** The editor's note on a gap: extent, reason and source. */
function labelOf({ extent, reason, citation }: Lacuna, strings: Strings): string {
  const said = [extent, reason].filter((s) => s !== undefined).join(strings.separator)
  const cited = citation === undefined ? '' : strings.brackets.join(citation)
  return said === '' ? strings.lacuna : clean(said + cited)
}

/** A gap, printed ［……］, on a line of its own where it is between blocks; the reason is its title. */
export function lacuna(state: State, node: Lacuna): ElementContent[] {
  const id = state.blockIds.get(node)
  const before = id === undefined ? [] : beginBlock(state, id)
  const label = labelOf(node, state.strings)
  const sign = h(
    'span',
    { className: ['lacuna'], role: 'img', ariaLabel: label, title: label },
    write(state, LACUNA_SIGN),
  )
  if (id === undefined) return [sign]
  return [h('p', { id, className: ['lacuna-block'] }, [...before, sign])]
}
