/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Grid } from './types.ts'

/** One line of text as it was laid out. */
export interface Line {
  readonly page: number
  /** Middle of the line in the direction of lines, from the top of its page. */
  readonly middle: number
  /** Where its first character stands. */
  readonly node: Text
  readonly block: Element
  /** Right (or lower) end of its last character, from the start of the line. */
  readonly end: number
  readonly text: number
}

export interface Geometry {
  readonly grid: Grid
  /** The documents by id. */
  doc(id: string): HTMLElement
  page(doc: Element, rect: DOMRect): number
  middle(doc: Element, rect: DOMRect): number
  /** All lines of a document in order; notes at the foot are none. */
  lines(doc: HTMLElement): Line[]
  /** First offset in a text node that stands on the given line or after it. */
  offsetOn(doc: Element, node: Text, page: number, middle: number): number
  pages(doc: HTMLElement): number
}

declare global {
  var huijiao: Geometry
}

/**
 * Runs in the page: what stands on which page, when documents are laid out as columns of the size of the text
 * block. Chromium breaks columns and pages by the same code.
 */
export function installGeometry(grid: Grid): void {
  const GAP = 40
  const [along, across] = grid.vertical
    ? [grid.height + GAP, grid.width]
    : [grid.width + GAP, grid.height]

  const page = (doc: Element, rect: DOMRect): number => {
    const base = doc.getBoundingClientRect()
    const from = grid.vertical ? rect.top - base.top : rect.left - base.left
    return Math.floor((from + 1) / along)
  }
  const middle = (doc: Element, rect: DOMRect): number => {
    const base = doc.getBoundingClientRect()
    return grid.vertical
      ? across + 1 - ((rect.left + rect.right) / 2 - base.left)
      : (rect.top + rect.bottom) / 2 - base.top
  }
  const end = (doc: Element, rect: DOMRect): number => {
    const base = doc.getBoundingClientRect()
    return (grid.vertical ? rect.bottom - base.top : rect.right - base.left) % along
  }
  const SKIP = '.foot, .notes, .pagebreak, .note-call, [style*="ruby-text"], .toc-page'
  const BLOCK = 'p, h1, h2, h3, h4, h5, h6, li, td, th, dt, dd, blockquote'

  function* texts(root: Element): Generator<Text> {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node as Text
      if (text.data.trim() === '' || text.parentElement?.closest(SKIP) != null) continue
      yield text
    }
  }

  globalThis.huijiao = {
    grid,
    doc(id) {
      const found = document.querySelector<HTMLElement>(`.doc[data-doc="${id}"]`)
      if (found === null) throw new Error(`no document ${id}`)
      return found
    },
    page,
    middle,
    lines(doc) {
      const lines: Line[] = []
      const range = document.createRange()
      for (const node of texts(doc)) {
        range.selectNodeContents(node)
        const block = node.parentElement?.closest(BLOCK) ?? doc
        for (const rect of range.getClientRects()) {
          if (rect.width === 0 && rect.height === 0) continue
          const at = { page: page(doc, rect), middle: middle(doc, rect) }
          const last = lines.at(-1)
          const same =
            last !== undefined &&
            last.page === at.page &&
            last.block === block &&
            Math.abs(last.middle - at.middle) < grid.smallLine * 0.6
          if (same)
            lines[lines.length - 1] = {
              ...last,
              end: Math.max(last.end, end(doc, rect)),
              text: last.text + 1,
            }
          else lines.push({ ...at, node, block, end: end(doc, rect), text: 1 })
        }
      }
      return lines
    },
    offsetOn(doc, node, wanted, at) {
      const range = document.createRange()
      const before = (offset: number): boolean => {
        range.setStart(node, offset)
        range.setEnd(node, Math.min(node.length, offset + 1))
        const rect = range.getClientRects()[0]
        if (rect === undefined) return true
        const p = page(doc, rect)
        return p < wanted || (p === wanted && middle(doc, rect) < at - grid.smallLine * 0.6)
      }
      let [low, high] = [0, node.length]
      while (low < high) {
        const half = (low + high) >> 1
        if (before(half)) low = half + 1
        else high = half
      }
      // Never between the halves of a character beyond the basic plane.
      const code = node.data.charCodeAt(low)
      return code >= 0xdc00 && code <= 0xdfff ? low - 1 : low
    },
    pages(doc) {
      const length = grid.vertical ? doc.scrollHeight : doc.scrollWidth
      return Math.max(1, Math.round((length + GAP) / along))
    },
  }
}
