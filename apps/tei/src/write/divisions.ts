import type { Flow, Heading, Section } from '@huijiao/ast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import { block } from './blocks.ts'
import { inline } from './inline.ts'
import { rest, type Writing } from './writing.ts'

/** A part of a division that goes on after one of its sections, where TEI lets no paragraph stand. */
const CONTINUED = 'continued'

/**
 * Blocks as the content of a division. TEI has headings before paragraphs, and paragraphs before divisions; what
 * comes later is put into a division of its own, which says that it is none.
 *
 * @param level of the division, from 1; that of its heading unless the heading says otherwise.
 */
export function division(
  writing: Writing,
  nodes: readonly (Heading | Flow)[],
  level: number,
): Element[] {
  const [first, ...others] = nodes
  const content: Element[] = []
  let open: Element[] | null = content
  const reopen = (more: readonly Element[] = []): Element[] => {
    const part = x('div', { type: CONTINUED }, [...more])
    content.push(part)
    return part.children as Element[]
  }
  if (first?.type === 'heading') content.push(...heading(writing, first, level))
  else if (first !== undefined) others.unshift(first)
  for (const node of others) {
    if (node.type === 'heading') open = reopen(heading(writing, node, level))
    else if (node.type === 'section') {
      content.push(section(writing, node, level + 1))
      open = null
    } else {
      open ??= reopen()
      open.push(block(writing, node, level))
    }
  }
  return content
}

const section = (writing: Writing, node: Section, level: number): Element =>
  x('div', { type: 'section', ...rest(writing, node) }, division(writing, node.children, level))

/** A heading: its parts, of which the first says the depth where it is not that of the division. */
function heading(writing: Writing, node: Heading, level: number): Element[] {
  const depth = node.depth === level ? {} : { n: String(node.depth) }
  if (node.children.length === 0) return [x('head', { type: 'none', ...depth })]
  return node.children.map((part, index) => {
    const first = index === 0 ? depth : {}
    switch (part.type) {
      case 'title':
        return x(
          'head',
          {
            type: 'main',
            ...first,
            ...rest(writing, part, part.supplied === true ? ['supplied'] : []),
          },
          // A title that the sources do not carry.
          part.supplied === true
            ? [x('supplied', inline(writing, part.children))]
            : inline(writing, part.children),
        )
      case 'subtitle':
        return x(
          'head',
          { type: 'sub', ...first, ...rest(writing, part) },
          inline(writing, part.children),
        )
      default:
        return x(
          part.type,
          { ...first, ...rest(writing, part) },
          inline(writing, part.children, 'words'),
        )
    }
  })
}

/**
 * Blocks as the content of an element that holds no divisions: where sections are among them, all stand in a text of
 * its own within it.
 */
export const contents = (writing: Writing, nodes: readonly Flow[], level: number): Element[] =>
  nodes.some((node) => node.type === 'section')
    ? [floating(writing, 'flow', nodes, level)]
    : nodes.flatMap((node) => (node.type === 'section' ? [] : [block(writing, node, level)]))

/** Blocks as a text within the text. */
export const floating = (
  writing: Writing,
  type: string,
  nodes: readonly (Heading | Flow)[],
  level: number,
): Element => x('floatingText', { type }, [x('body', division(writing, nodes, level))])
