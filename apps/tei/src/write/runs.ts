import type { Lacuna, Text } from '@huijiao/ast'
import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { isPlain } from './characters.ts'
import { printOf } from './facsimile.ts'
import { rest, text, type Writing } from './writing.ts'

/** A run of text; one that says who has it where, or follows another, is an element of its own. */
export function run(
  writing: Writing,
  node: Text,
  before: { readonly type: string } | undefined,
): ElementContent[] {
  const { attestations = [], ...others } = node.data ?? {}
  const { identifiers } = writing
  const isSaid =
    Object.keys(others).length === 0 && attestations.every((a) => printOf(a) === undefined)
  const pointers = identifiers.pointers(attestations)
  const facs = identifiers.facsimile.pointers(attestations)
  const said = pointers === undefined || !isSaid ? ['value'] : ['value', 'data']
  const attributes = {
    ...(pointers !== undefined && { corresp: pointers }),
    ...(facs !== undefined && { facs }),
    ...rest(writing, node, said),
  }
  const content = text(writing, node.value)
  const isBare = Object.keys(attributes).length === 0 && node.value !== ''
  return isBare && before?.type !== 'text' ? content : [x('seg', attributes, content)]
}

/**
 * A known gap, with what the editor says of it; as data, where that has characters without a code, for which TEI has
 * no room in a description.
 */
export function gap(writing: Writing, node: Lacuna): Element {
  const says = FIELDS.flatMap((field) => {
    const words = node[field]
    return words === undefined || !isPlain(words) ? [] : [{ field, words }]
  })
  return x(
    'gap',
    {
      reason: 'missing',
      ...rest(
        writing,
        node,
        says.map(({ field }) => field),
      ),
    },
    says.map(({ field, words }) => x('desc', { type: field }, words)),
  )
}

const FIELDS = ['extent', 'reason', 'citation'] as const
