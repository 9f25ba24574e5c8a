import type { PageBox } from './measures.ts'
import type { PhysicalPage } from './pages.ts'

/** What the margins of the pages say. */
export interface Heads {
  /** Head of left-hand pages. */
  readonly edition: string
  /** By page: the title of what begins it, for right-hand pages, and whether that opens there. */
  readonly pages: readonly { readonly title: string; readonly opens: boolean }[]
  /** By page: where its lines end, if they are numbered at the outer edge. */
  readonly lines: readonly (readonly number[])[]
}

/** Every fifth line is numbered. */
const NUMBERED = 5

/** Stretches without head and folio (in Chinese books a hidden number). */
const SILENT = new Set(['titlepage', 'colophon'])

/** How the margins are set. */
interface MarginStyle {
  /** Families of the heads, and of the folios and numbers of lines. */
  readonly head: string
  readonly folio: string
  /** Size of the heads, and height of a line of text, in pixels. */
  readonly size: number
  readonly line: number
  readonly vertical: boolean
}

type Side = 'left' | 'right'

/**
 * The page rules of a book: its boxes, and running heads and folios for each physical page.
 *
 * Chromium has no running heads; but a counter style with one symbol for each page says any words on any page.
 * Openings have a folio and no head; blanks, the title page and the colophon behind it have neither.
 */
export function pageRules(
  box: PageBox,
  pages: readonly PhysicalPage[],
  heads: Heads,
  style: MarginStyle,
): string {
  const shown = (p: PhysicalPage) => p.stretch !== null && !SILENT.has(p.stretch)
  const head = pages.map((p, i) => {
    const begins = heads.pages[i]
    if (!shown(p) || p.within === 0 || begins === undefined || begins.opens) return ''
    return i % 2 === 1 ? heads.edition : begins.title
  })
  const folio = pages.map((p) => (shown(p) ? p.label : ''))
  const numbered = heads.lines.some((lines) => lines.length >= NUMBERED)
  const numbers = heads.lines.map((lines) => lineNumbers(lines, style.line))
  const rule = (side: Side): string => `
@page :${side} {
  ${marginsOf(box, side, style.vertical)}
${boxesOf(box, side, style)}${numbered ? besideLines(box, side, style) : ''}
}`
  return `
@counter-style running-head { system: fixed 1; symbols: ${symbols(head)}; suffix: ""; }
@counter-style folio { system: fixed 1; symbols: ${symbols(folio)}; suffix: ""; }
${numbered ? `@counter-style line-number { system: fixed 1; symbols: ${symbols(numbers)}; suffix: ""; }` : ''}
@page { size: ${box.page.width}px ${box.page.height}px; }${rule('right')}${rule('left')}
@page blank { @top-left { content: none } @top-right { content: none } @bottom-left { content: none } @bottom-right { content: none } }
`
}

/**
 * The margins of the pages that the browser calls left-hand or right-hand ones: the first one is a left-hand one in a book that
 * is bound on the right, though the browser calls it a right-hand one.
 */
function marginsOf(box: PageBox, side: Side, vertical: boolean): string {
  const spineAtRight = (side === 'right') === vertical
  const [left, right] = spineAtRight ? [box.outer, box.inner] : [box.inner, box.outer]
  // The box is a little larger than the text, at the ends of lines and behind the last: nothing goes over.
  return vertical
    ? `margin: ${box.top}px ${right}px ${box.bottom - 1}px ${left - 1}px;`
    : `margin: ${box.top}px ${right - 1}px ${box.bottom - 1}px ${left}px;`
}

/** Head and folio of one side, at the outer edge. */
function boxesOf(box: PageBox, side: Side, { head, folio, size, vertical }: MarginStyle): string {
  const text = `font-family: ${head}; font-size: ${size}px; line-height: 1; color: #000;`
  const number = `font-family: ${folio}; font-size: ${size + 1}px; line-height: 1; color: #000;`
  const above = `vertical-align: bottom; padding-bottom: ${size * 1.4}px;`
  const below = `vertical-align: top; padding-top: ${size * 1.8}px;`
  // The box of the margin is wider than the text by what keeps the last line of a page from going over.
  const edge = side === 'left' || vertical ? '' : 'padding-right: 2px;'
  // With vertical lines the browser places all boxes but the first as if the page were as wide as it is high; that one is
  // made as wide as the text, and its words stand at the outer edge.
  const corner = vertical ? 'left' : side
  const across = vertical
    ? `width: ${box.text.width}px; text-align: ${side === 'left' ? 'right' : 'left'};`
    : ''
  return `  @top-${corner} { content: counter(page, running-head); ${text} ${above} ${edge} ${across} white-space: nowrap; }
  @bottom-${corner} { content: counter(page, folio); ${number} ${below} ${edge} ${across} }`
}

/** The numbers of lines at the outer edge. */
function besideLines(box: PageBox, side: Side, { folio, size, line }: MarginStyle): string {
  const toText = side === 'left' ? 'right' : 'left'
  return `
  @${side}-middle { content: counter(page, line-number); font-family: ${folio}; font-size: ${size - 2}px; color: #000;
    line-height: ${line}px; height: ${box.text.height}px; vertical-align: top; white-space: pre;
    text-align: ${toText}; padding-${toText}: ${size * 1.5}px; }`
}

/** The numbers of a page, each in the row of its line; rows without one are empty. */
function lineNumbers(lines: readonly number[], height: number): string {
  const rows: string[] = []
  for (const [at, end] of lines.entries()) {
    if ((at + 1) % NUMBERED !== 0) continue
    const row = Math.round(end / height) - 1
    while (rows.length < row) rows.push('')
    rows[row] = String(at + 1)
  }
  return rows.join('\n')
}

const symbols = (values: readonly string[]): string => values.map(quoted).join(' ')

/** A CSS string. */
const quoted = (value: string): string =>
  `"${value.replaceAll(/["\\\n\r\f]/g, (c) => `\\${(c.codePointAt(0) ?? 0).toString(16)} `)}"`
