import type { App, Dateline, Phrasing, Stage, Text } from '@huijiao/ast'
import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { entry } from './apparatus.ts'
import { gap, run } from './runs.ts'
import { labelled, rest, text, type Writing } from './writing.ts'

/** What an element may hold besides words: TEI lets no stage direction stand in a byline, a name or
 * another stage direction. */
export type Holds = 'all' | 'words'

/** Phrasing as the content of an element. */
export function inline(
  writing: Writing,
  nodes: readonly Phrasing[],
  holds: Holds = 'all',
): ElementContent[] {
  return nodes.flatMap((node, index) =>
    node.type === 'text'
      ? run(writing, node, nodes[index - 1])
      : node.type === 'app'
        ? entry(writing, node)
        : [phrase(writing, node, holds)],
  )
}

function phrase(writing: Writing, node: Exclude<Phrasing, Text | App>, holds: Holds): Element {
  switch (node.type) {
    case 'lacuna':
      return gap(writing, node)
    case 'ruby':
      return x('ruby', rest(writing, node, ['annotation']), [
        x('rb', inline(writing, node.children, 'words')),
        x('rt', text(writing, node.annotation)),
      ])
    case 'dateline':
      return segment(writing, node)
    case 'stage':
      return holds === 'all'
        ? x('stage', rest(writing, node), inline(writing, node.children, 'words'))
        : segment(writing, node)
    case 'properName':
      return x(
        node.kind,
        rest(writing, node, ['kind']),
        inline(writing, node.children, node.kind === 'name' ? 'words' : holds),
      )
    case 'inlineNote':
      return x('note', { place: 'inline', ...rest(writing, node) }, inline(writing, node.children))
    case 'sourceNoteCall': {
      const { attributes, said } = labelled(node.identifier)
      return x(
        'ref',
        {
          type: 'note',
          ...attributes,
          ...target(writing, node.identifier),
          ...rest(writing, node, said),
        },
        inline(writing, node.children),
      )
    }
    case 'emphasis':
      return x('emph', rest(writing, node), inline(writing, node.children))
    case 'strong':
      return x('hi', { rend: 'bold', ...rest(writing, node) }, inline(writing, node.children))
    default:
      return x('lb', rest(writing, node))
  }
}

const segment = (writing: Writing, node: Dateline | Stage): Element =>
  x('seg', { type: node.type, ...rest(writing, node) }, inline(writing, node.children))

function target(writing: Writing, identifier: string): { readonly target?: string } {
  const id = writing.notes.get(identifier)
  return id === undefined ? {} : { target: `#${id}` }
}
