import type { Element, ElementContent } from 'hast'

/** Elements that hold blocks and may go on in another part. */
const CONTAINERS = new Set(['section', 'div', 'blockquote', 'ul'])

/**
 * Divides blocks into parts of at most so many bytes, in order. A container that is too large goes on in the next part,
 * there without its id; a single block that is larger stays whole.
 *
 * @param cost of a node in bytes, with all that belongs to it.
 */
export function split(
  nodes: readonly ElementContent[],
  most: number,
  cost: (node: ElementContent) => number,
): ElementContent[][] {
  const parts: ElementContent[][] = []
  let part: ElementContent[] = []
  let size = 0
  const close = (): void => {
    if (part.length > 0) parts.push(part)
    part = []
    size = 0
  }
  for (const node of nodes) {
    const bytes = cost(node)
    if (bytes > most && isContainer(node) && node.children.length > 1) {
      close()
      const inner = split(node.children, most, cost)
      for (const [i, children] of inner.entries()) parts.push([piece(node, children, i)])
      continue
    }
    if (size + bytes > most) close()
    part.push(node)
    size += bytes
  }
  close()
  return parts
}

const isContainer = (node: ElementContent): node is Element =>
  node.type === 'element' && CONTAINERS.has(node.tagName)

function piece(whole: Element, children: ElementContent[], index: number): Element {
  if (index === 0) return { ...whole, children }
  const { id: _, ariaLabelledBy: __, ...properties } = whole.properties
  return { ...whole, properties, children }
}
