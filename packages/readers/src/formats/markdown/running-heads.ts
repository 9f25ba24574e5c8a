import type { Heading, Nodes, Root, RootContent } from 'mdast'

/** How a sentence, or what announces another, ends. */
const ENDED = /[。！？…：；.!?:;][”’」』）)]*$/u

/**
 * Headings that are the running heads of pages, as converters of page images write them: the same words again and again,
 * one of them within a sentence. What a document begins with is its title.
 */
export function runningHeads(tree: Root): ReadonlySet<Heading> {
  const alike = new Map<string, number[]>()
  for (const [at, node] of tree.children.entries()) {
    if (node.type !== 'heading' || at === 0) continue
    const words = wordsOf(node)
    alike.set(words, [...(alike.get(words) ?? []), at])
  }
  const found = new Set<Heading>()
  for (const places of alike.values()) {
    if (places.length < 2 || !places.some((at) => standsWithin(tree.children, at))) continue
    for (const at of places) {
      const node = tree.children[at]
      if (node?.type === 'heading') found.add(node)
    }
  }
  return found
}

/** Whether a heading stands between two paragraphs of which the first breaks off. */
function standsWithin(nodes: readonly RootContent[], at: number): boolean {
  const [before, after] = [nodes[at - 1], nodes[at + 1]]
  if (before?.type !== 'paragraph' || after?.type !== 'paragraph') return false
  const words = wordsOf(before)
  return words !== '' && !ENDED.test(words)
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value.trim()
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}
