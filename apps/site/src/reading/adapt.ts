import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

/** What books say in EPUB's and XML's terms, which HTML does not have. */
const FOREIGN = new Set(['epub:type', 'xmlLang'])

/** What a page does without: notes stand at their marks here, and links lead on from the page itself. */
const WITHOUT = new Set(['notes', 'to-apparatus'])

/** How nodes of a book become nodes of a page. */
export interface Adaptation {
  /** Words for a link to a paragraph by its id; null where the id is none of a paragraph. */
  readonly permalink: (id: string) => { readonly number: string; readonly label: string } | null
  /** The address of a picture that the tree holds. */
  readonly picture: (data: string) => string
}

/** Nodes of a book for a page of the site: a link at each paragraph, pictures as files, the terms of HTML. */
export function adapt(nodes: readonly ElementContent[], how: Adaptation): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    if (classesOf(node).some((name) => WITHOUT.has(name))) return []
    const properties = Object.fromEntries(
      Object.entries(node.properties).filter(([name]) => !FOREIGN.has(name)),
    )
    const { id, src } = properties
    if (node.tagName === 'img' && typeof src === 'string') properties['src'] = how.picture(src)
    const link = node.tagName === 'p' && typeof id === 'string' ? how.permalink(id) : null
    const children = adapt(node.children, how)
    if (link === null) return [{ ...node, properties, children }]
    const anchor = h(
      'a',
      { className: ['permalink'], href: `#${String(id)}`, ariaLabel: link.label },
      link.number,
    )
    return [{ ...node, properties, children: [anchor, ...children] }]
  })
}

export const classesOf = ({ properties }: Element): string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : []

/** All ids in some nodes. */
export function idsIn(nodes: readonly ElementContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    const { id } = node.properties
    return [...(typeof id === 'string' ? [id] : []), ...idsIn(node.children)]
  })
}
