import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

/** Quotation marks of vertical text (GB/T 15834—2011, 5.2.2). */
const VERTICAL_QUOTES: Readonly<Record<string, string>> = {
  '“': '『',
  '”': '』',
  '‘': '「',
  '’': '」',
}

/** A number of up to three digits, by itself. */
const SHORT = /(?<![\dA-Za-z.])\d{1,3}(?![\dA-Za-z.])/g

/** What parts no word: a number may begin in one of them and end in the next. */
const INLINE = new Set('a span b strong em i ruby rb rt rp sub sup code cite q wbr'.split(' '))

/** Content as it stands in vertical lines: quotation marks of their own, short numbers upright in one square. */
export function upright(node: ElementContent): ElementContent {
  const found = { text: '' }
  gather(node, found)
  const numbers = new Set([...found.text.matchAll(SHORT)].map((m) => `${m.index} ${m[0].length}`))
  return turned(node, numbers, { at: 0 })
}

const isCall = (node: Element): boolean => node.properties['role'] === 'doc-noteref'

/** The text as it is read, calls of notes left out, a line feed where a block begins or ends. */
function gather(node: ElementContent, into: { text: string }): void {
  if (node.type === 'text') into.text += node.value
  if (node.type !== 'element' || isCall(node)) return
  const edge = INLINE.has(node.tagName) ? '' : '\n'
  into.text += edge
  for (const child of node.children) gather(child, into)
  into.text += edge
}

function turned(
  node: ElementContent,
  numbers: ReadonlySet<string>,
  place: { at: number },
): ElementContent {
  if (node.type !== 'element' || isCall(node)) return node
  const edge = INLINE.has(node.tagName) ? 0 : 1
  place.at += edge
  const children = node.children.flatMap((c): ElementContent[] => {
    if (c.type !== 'text') return [turned(c, numbers, place)]
    const parts = split(c.value, place.at, numbers)
    place.at += c.value.length
    return parts
  })
  place.at += edge
  return { ...node, children }
}

function split(value: string, from: number, numbers: ReadonlySet<string>): ElementContent[] {
  const parts: ElementContent[] = []
  let done = 0
  const plain = (text: string): void => {
    if (text === '') return
    parts.push({
      type: 'text',
      value: text.replaceAll(/[“”‘’]/g, (q) => VERTICAL_QUOTES[q] ?? q),
    })
  }
  for (const { index, 0: digits } of value.matchAll(/\d+/g)) {
    if (!numbers.has(`${from + index} ${digits.length}`)) continue
    plain(value.slice(done, index))
    parts.push(h('span', { className: ['combine'] }, digits))
    done = index + digits.length
  }
  plain(value.slice(done))
  return parts
}
