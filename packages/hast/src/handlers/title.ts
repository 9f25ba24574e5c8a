import { type CanonicalNode, SUPPLIED_SIGNS, type Title } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { beginBlock, write } from '../page-break.ts'
import type { State } from '../state.ts'

/** HTML has no heading of a lower rank. */
const LOWEST = 6

/** A title, of its heading's rank; supplied ones in their brackets. */
export function title(state: State, node: Title, parent: CanonicalNode): ElementContent[] {
  const id = state.blockIds.get(node)
  const supplied = node.supplied === true
  const opening = supplied ? [...SUPPLIED_SIGNS[0]].length : 0
  const phrases = (node.breaks ?? []).map((at) => at + opening)
  const classes = [
    'title',
    ...(supplied ? ['supplied'] : []),
    ...(phrases.length > 0 ? ['phrased'] : []),
  ]
  const rank = Math.min(LOWEST, parent.type === 'heading' ? parent.depth : 1)
  const content: ElementContent[] = [
    ...beginBlock(state, id ?? '', phrases),
    ...(supplied ? write(state, SUPPLIED_SIGNS[0]) : []),
    ...state.all(node),
    ...(supplied ? write(state, SUPPLIED_SIGNS[1]) : []),
  ]
  return [
    h(
      `h${rank}`,
      { ...(id === undefined ? {} : { id }), className: classes, 'epub:type': 'title' },
      content,
    ),
  ]
}
