import { gapSign, type Lacuna } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { beginBlock, write } from '../page-break.ts'
import type { State } from '../state.ts'
import type { Strings } from '../strings/index.ts'

/** What is said of a gap: how much is missing, why, and what that rests on. */
function labelOf({ quantity, extent, reason, citation }: Lacuna, strings: Strings): string {
  const lost = quantity === undefined ? strings.lacuna : strings.missing(quantity)
  const said = [extent, reason].filter((s) => s !== undefined).join(strings.separator)
  const cited = citation === undefined ? '' : strings.brackets.join(citation)
  return said === '' ? lost : clean(said + cited)
}

/** A gap, printed ［……］ or □ for each character, on a line of its own where it is between blocks; the reason is its title. */
export function lacuna(state: State, node: Lacuna): ElementContent[] {
  const id = state.blockIds.get(node)
  const before = id === undefined ? [] : beginBlock(state, id)
  const label = labelOf(node, state.strings)
  const sign = h(
    'span',
    {
      // A row of single signs may be parted by a line end, as the characters may that they stand for.
      className: [node.quantity === undefined ? 'lacuna' : 'missing'],
      role: 'img',
      ariaLabel: label,
      title: label,
    },
    write(state, gapSign(node)),
  )
  if (id === undefined) return [sign]
  return [h('p', { id, className: ['lacuna-block'] }, [...before, sign])]
}
