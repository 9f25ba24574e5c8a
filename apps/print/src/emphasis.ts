import type { ElementContent } from 'hast'
import { h } from 'hastscript'

/** Characters with what combines with them. */
const CHARACTER = /\P{M}\p{M}*/gu

/** Marks and spaces bear no dot (GB/T 15834—2011, 4.14). */
const BARE = /^[\p{P}\p{S}\p{Z}\s]/u

/**
 * Each emphasised character in an element of its own, by which the style sheet draws its dot. The browser's own dots make
 * the line higher, and are letters in the file.
 */
export function dotted(node: ElementContent, within = false): ElementContent {
  if (node.type !== 'element') return node
  const inside = within || node.tagName === 'em'
  return {
    ...node,
    children: node.children.flatMap((c) =>
      inside && c.type === 'text' ? letters(c.value) : [dotted(c, inside)],
    ),
  }
}

function letters(value: string): ElementContent[] {
  return (value.match(CHARACTER) ?? []).map((c) =>
    BARE.test(c) ? { type: 'text', value: c } : h('span', { className: ['dotted'] }, c),
  )
}
