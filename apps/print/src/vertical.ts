import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

/** Quotation marks of vertical text (GB/T 15834—2011, 5.2.2). */
const VERTICAL_QUOTES: Readonly<Record<string, string>> = {
  '“': '『',
  '”': '』',
  '‘': '「',
  '’': '」',
}

/** Content as it stands in vertical lines: quotation marks of their own, short numbers upright in one square. */
export function upright(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  if (node.properties['role'] === 'doc-noteref') return node
  return {
    ...node,
    children: node.children.flatMap((c) => (c.type === 'text' ? turned(c.value) : [upright(c)])),
  } satisfies Element
}

function turned(value: string): ElementContent[] {
  const quoted = value.replaceAll(/[“”‘’]/g, (q) => VERTICAL_QUOTES[q] ?? q)
  return quoted
    .split(/((?<![\dA-Za-z.])\d{1,3}(?![\dA-Za-z.]))/)
    .flatMap((part, i): ElementContent[] => {
      if (part === '') return []
      return i % 2 === 1
        ? [h('span', { className: ['combine'] }, part)]
        : [{ type: 'text', value: part }]
    })
}
