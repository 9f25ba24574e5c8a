import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { readText, wrapRuns } from './runs.ts'

/** Quotation marks of vertical text, outer ones first: those of the mainland (GB/T 15834—2011, 5.2.2) and those of Taiwan, Hong Kong and Macau. */
const MAINLAND = '『』「」'
const TAIWAN = '「」『』'

/** Where a book in a language is set: traditional characters without a region are those of Taiwan. */
const quotesFor = (language: string): string =>
  /^zh-(Hant(?!-CN)|TW|HK|MO)\b/i.test(language) ? TAIWAN : MAINLAND

/** What a mark stands in: no quotation of one goes on in the next. */
const BLOCKS = new Set('p h1 h2 h3 h4 h5 h6 li td th dd dt'.split(' '))

/** A number of up to three digits, by itself. */
const SHORT = /(?<![\dA-Za-z.])\d{1,3}(?![\dA-Za-z.])/g

/** Content as it stands in vertical lines: quotation marks of their own, short numbers upright in one square. */
export function upright(node: ElementContent, language: string): ElementContent {
  const standing = quoted(node, quotesFor(language), { open: 0 })
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

/** How many inner quotations are open. */
interface Quoting {
  open: number
}

/**
 * Quotation marks as they are in vertical lines. A closing inner one is an apostrophe where no inner quotation is open,
 * or between Latin letters.
 *
 * @example `“O’Neill，’98”` becomes `『O’Neill，’98』`.
 */
function quoted(node: ElementContent, quotes: string, quoting: Quoting): ElementContent {
  if (node.type === 'text') {
    const value = node.value.replaceAll(/[“”‘’]/g, (mark, at: number) => {
      if (mark === '‘') quoting.open += 1
      if (mark === '’') {
        const isWithin =
          LATIN.test(node.value.charAt(at - 1)) && LATIN.test(node.value.charAt(at + 1))
        if (isWithin || quoting.open === 0) return mark
        quoting.open -= 1
      }
      return quotes['“”‘’'.indexOf(mark)] ?? mark
    })
    return { ...node, value }
  }
  if (node.type !== 'element') return node
  const own = BLOCKS.has(node.tagName) ? { open: 0 } : quoting
  return { ...node, children: node.children.map((child) => quoted(child, quotes, own)) }
}

const LATIN = /\p{sc=Latin}/u

const DIGITS = '零一二三四五六七八九'

/** The number of an item of a list in Chinese numerals, up to 99; greater ones digit by digit: `一、`, `二十一、`, `一〇三、`. */
export function inHan(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  if (number > 99 || number < 1)
    return `${[...String(number)].map((d) => (d === '0' ? '〇' : (DIGITS[Number(d)] ?? d))).join('')}、`
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`
  return `${head}${ones === 0 ? '' : DIGITS[ones]}、`
}
