import { type CanonicalNode, SUPPLIED_SIGNS, type Title, toText } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { beginBlock, write } from '../page-break.ts'
import type { State } from '../state.ts'

/** Code points of a title beyond which it is set smaller: two lines of a phone at the size of a heading. */
const LONG = 24
/** HTML has no heading of a lower rank. */
const LOWEST = 6

/** A title, of its heading's rank; supplied ones in their brackets. */
export function title(state: State, node: Title, parent: CanonicalNode): ElementContent[] {
  const id = state.blockIds.get(node)
  const supplied = node.supplied === true
  const opening = supplied ? [...SUPPLIED_SIGNS[0]].length : 0
  const phrases = (node.breaks ?? []).map((at) => at + opening)
  const long = [...toText(node)].length > LONG ? ['long'] : []
  const classes = [
    'title',
    ...(supplied ? ['supplied'] : []),
    ...(phrases.length > 0 ? ['phrased'] : []),
    ...long,
  ]
  const rank = Math.min(LOWEST, parent.type === 'heading' ? parent.depth : 1)
  // A mark of a page is no part of a heading.
  const pages = beginBlock(state, id ?? '', phrases)
  const content: ElementContent[] = [
    ...(supplied ? write(state, SUPPLIED_SIGNS[0]) : []),
    ...state.all(node),
    ...(supplied ? write(state, SUPPLIED_SIGNS[1]) : []),
  ]
  return [
    ...pages,
    h(
      `h${rank}`,
      { ...(id === undefined ? {} : { id }), className: classes, 'epub:type': 'title' },
      content,
    ),
  ]
}
