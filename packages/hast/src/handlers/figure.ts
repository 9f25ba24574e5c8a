import type { Figure } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import type { State } from '../state.ts'

/** The pictures that a book may hold: their bytes are in the tree, so that nothing is fetched. */
const PICTURE = /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+=*$/

/** A picture with caption and credit; the caption alone where the picture is not reproduced. */
export function figure(state: State, node: Figure): ElementContent[] {
  const { src, alt = '' } = node
  const picture = src !== undefined && PICTURE.test(src) ? [h('img', { src, alt: clean(alt) })] : []
  const words = state.all(node)
  return [
    h('figure', { className: ['figure'] }, [
      ...picture,
      ...(words.length === 0 ? [] : [h('figcaption', words)]),
    ]),
  ]
}
