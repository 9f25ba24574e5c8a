import type { PageBox } from './measures.ts'
import type { PhysicalPage } from './pages.ts'

/** What the margins of the pages say. */
export interface Heads {
  /** Head of left-hand pages. */
  readonly edition: string
  /** Head of right-hand pages, by document. */
  readonly documents: Readonly<Record<string, string>>
}

/**
 * The page rules of a book: its boxes, and running heads and folios for each physical page.
 *
 * Chromium has no running heads; but a counter style with one symbol for each page says any words on any page.
 * Openings and blanks have neither head nor folio.
 */
export function pageRules(
  box: PageBox,
  pages: readonly PhysicalPage[],
  heads: Heads,
  fonts: { readonly head: string; readonly folio: string; readonly size: number },
  vertical: boolean,
): string {
  const shown = (p: PhysicalPage) => p.document !== null && p.document !== 'titlepage'
  const head = pages.map((p, i) => {
    if (!shown(p) || p.within === 0) return ''
    return i % 2 === 1 ? heads.edition : (heads.documents[p.document ?? ''] ?? '')
  })
  const folio = pages.map((p) => (shown(p) && p.within > 0 ? p.label : ''))
  // The first page is a left-hand one in a book that is bound on the right, though the browser calls it a right-hand one.
  const margins = (spine: 'left' | 'right') => {
    const left = spine === 'left' ? box.inner : box.outer
    const right = spine === 'left' ? box.outer : box.inner
    // The box is a little larger than the text, at the ends of lines and behind the last: nothing goes over.
    return vertical
      ? `margin: ${box.top}px ${right}px ${box.bottom - 1}px ${left - 1}px;`
      : `margin: ${box.top}px ${right - 1}px ${box.bottom - 1}px ${left}px;`
  }
  const text = `font-family: ${fonts.head}; font-size: ${fonts.size}px; line-height: 1; color: #000;`
  const number = `font-family: ${fonts.folio}; font-size: ${fonts.size + 1}px; line-height: 1; color: #000;`
  const above = `vertical-align: bottom; padding-bottom: ${fonts.size * 1.4}px;`
  const below = `vertical-align: top; padding-top: ${fonts.size * 1.8}px;`
  // In a book that is bound on the right the browser mirrors the corners, so heads stand in the middle.
  const [right, left] = vertical ? ['center', 'center'] : ['right', 'left']
  // The box of the margin is wider than the text by what keeps the last line of a page from going over.
  const edge = vertical ? '' : 'padding-right: 2px;'
  return `
@counter-style running-head { system: fixed 1; symbols: ${symbols(head)}; suffix: ""; }
@counter-style folio { system: fixed 1; symbols: ${symbols(folio)}; suffix: ""; }
@page { size: ${box.page.width}px ${box.page.height}px; }
@page :right {
  ${margins(vertical ? 'right' : 'left')}
  @top-${right} { content: counter(page, running-head); ${text} ${above} ${edge} white-space: nowrap; }
  @bottom-${right} { content: counter(page, folio); ${number} ${below} ${edge} }
}
@page :left {
  ${margins(vertical ? 'left' : 'right')}
  @top-${left} { content: counter(page, running-head); ${text} ${above} white-space: nowrap; }
  @bottom-${left} { content: counter(page, folio); ${number} ${below} }
}
@page blank { @top-left { content: none } @top-right { content: none } @bottom-left { content: none } @bottom-right { content: none } @top-center { content: none } @bottom-center { content: none } }
`
}

const symbols = (values: readonly string[]): string => values.map(quoted).join(' ')

/** A CSS string. */
const quoted = (value: string): string =>
  `"${value.replaceAll(/["\\\n\r\f]/g, (c) => `\\${(c.codePointAt(0) ?? 0).toString(16)} `)}"`
