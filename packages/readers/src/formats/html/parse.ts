import type { Element, ElementContent, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/** Written as XML, as the documents of an EPUB are, where `<a id="p7"/>` is an element with nothing in it. */
const XHTML = /^\s*<\?xml\b|<html\b[^>]*\bxmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/iu

/** A start tag that ends its element too. */
const CLOSED = /<(?:[^<>"']|"[^"]*"|'[^']*')*\/>/uy

/** Elements of which HTML takes all that follows for their text, up to their end tag; here without one. */
const SWALLOWING =
  /<[a-z](?=(?:itle|cript|tyle|extarea|frame|oscript|oembed|oframes)\b(?:[^<>"']|"[^"]*"|'[^']*')*\/>)/giu

/** A page, or a piece of one. Where it is written as XML, what follows an element that is closed at once is not inside it. */
export function parseHtml(html: string): Root {
  const isXml = XHTML.test(html.slice(0, HEAD))
  // By a name as long that means nothing to HTML: all offsets stay.
  const text = isXml ? html.replaceAll(SWALLOWING, '<x') : html
  const tree = fromHtml(text, { fragment: !/<(?:html|body)\b/iu.test(html) })
  return isXml ? { ...tree, children: emptied(tree.children, text) } : tree
}

/** UTF-16 units in which a document says what it is. */
const HEAD = 4096

/** The same nodes, with what stands in an element that is closed at once after it. */
function emptied<T extends RootContent | ElementContent>(
  nodes: readonly T[],
  html: string,
): (T | ElementContent)[] {
  return nodes.flatMap((node): (T | ElementContent)[] => {
    if (node.type !== 'element') return [node]
    const children = emptied(node.children, html)
    return isClosed(node, html) ? [{ ...node, children: [] }, ...children] : [{ ...node, children }]
  })
}

function isClosed({ position }: Element, html: string): boolean {
  const at = position?.start.offset
  if (at === undefined) return false
  CLOSED.lastIndex = at
  return CLOSED.test(html)
}
