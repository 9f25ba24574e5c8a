import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { readText, wrapRuns } from './runs.ts'

/** Quotation marks of vertical text (GB/T 15834—2011, 5.2.2). */
const VERTICAL_QUOTES: Readonly<Record<string, string>> = {
  '“': '『',
  '”': '』',
  '‘': '「',
  '’': '」',
}

/** A number of up to three digits, by itself. */
const SHORT = /(?<![\dA-Za-z.])\d{1,3}(?![\dA-Za-z.])/g

/** Content as it stands in vertical lines: quotation marks of their own, short numbers upright in one square. */
export function upright(node: ElementContent): ElementContent {
  const standing = quoted(node)
  const numbers = [...readText(standing).matchAll(SHORT)].map(({ index, 0: digits }) => {
    return { from: index, to: index + digits.length }
  })
  return wrapRuns(standing, numbers, (digits, within, { from, to }) => {
    // What goes over two elements does not fit in one square.
    if (digits.length !== to - from) return undefined
    // The tags leave out what is in a square, and with it a cell that has nothing else.
    const cell = within.findLast((e) => e.tagName === 'td' || e.tagName === 'th')
    const alone = cell !== undefined && readText(cell).trim() === digits
    return h('span', { className: [alone ? 'stand' : 'combine'] }, digits)
  })
}

function quoted(node: ElementContent): ElementContent {
  if (node.type === 'text') {
    const value = node.value.replaceAll(/[“”‘’]/g, (q) => VERTICAL_QUOTES[q] ?? q)
    return { ...node, value }
  }
  return node.type === 'element' ? { ...node, children: node.children.map(quoted) } : node
}

const DIGITS = '零一二三四五六七八九'

/** The number of an item of a list in Chinese numerals, up to 99; greater ones digit by digit: `一、`, `二十一、`, `一〇三、`. */
export function inHan(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  if (number > 99 || number < 1)
    return `${[...String(number)].map((d) => (d === '0' ? '〇' : (DIGITS[Number(d)] ?? d))).join('')}、`
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`
  return `${head}${ones === 0 ? '' : DIGITS[ones]}、`
}
