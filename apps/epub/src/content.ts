import type { BookDocument } from '@huijiao/hast'
import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'

/** Attributes that the assembling library drops; it warns, and warnings are errors here. */
const DROPPED = new Set(['scope', 'start', 'dateTime', 'cite', 'value'])

/** The document as HTML that the assembling library parses; links within it are made relative to it. */
export function contentOf(document: BookDocument): string {
  const prefix = `${document.id}.xhtml#`
  const adapt = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node
    const properties = Object.fromEntries(
      Object.entries(node.properties)
        .filter(([name]) => !DROPPED.has(name))
        .map(([name, value]) => [
          name,
          name === 'href' && typeof value === 'string' && value.startsWith(prefix)
            ? `#${value.slice(prefix.length)}`
            : value,
        ]),
    )
    return { ...node, properties, children: node.children.map(adapt) } satisfies Element
  }
  return toHtml(document.children.map(adapt), { closeSelfClosing: true })
}

/**
 * The library writes every character beyond ASCII as a number; a book is read by people too.
 * The five characters of XML's own syntax stay as they are.
 */
export function decodeCharacters(xhtml: string): string {
  return xhtml.replaceAll(/&#x([0-9a-fA-F]+);/g, (whole, hex: string) => {
    const point = Number.parseInt(hex, 16)
    return point >= 0xa0 ? String.fromCodePoint(point) : whole
  })
}
