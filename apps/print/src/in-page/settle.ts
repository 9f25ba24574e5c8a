/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import './galley.ts'

/**
 * Runs in the page: makes a document ready to be broken into pages. Each call of a note is tied to the character
 * before it, no paragraph ends with one character alone on its line, heads and tables are filled up to whole
 * lines so that the text after them stands on the grid, and the notes are laid out at the foot's measure.
 */
export function settle(options: {
  readonly id: string
  /** Distance of lines of the text. */
  readonly line: number
  readonly footnotes: boolean
}): void {
  const { doc, start, end, texts } = globalThis.press
  const root = doc(options.id)
  const CLOSING = /[，。、；：？！”’）》」』】〕…—\s]/u

  for (const call of root.querySelectorAll('a.note-call')) {
    const block = call.closest('p, h1, h2, h3, h4, h5, h6, li, td, th, dd')
    const walker = document.createTreeWalker(block ?? root, NodeFilter.SHOW_TEXT)
    walker.currentNode = call
    const text = walker.previousNode() as Text | null
    if (text === null || text.data === '') continue
    const last = [...text.data].at(-1) ?? ''
    const tail = text.splitText(text.length - last.length)
    const bound = document.createElement('span')
    bound.className = 'bound'
    tail.replaceWith(bound)
    bound.append(tail)
    const app = bound.closest('.app')
    // The call stands after the entry's element, the character within it: both go into one box.
    if (app !== null && app.nextSibling === call && app.lastChild === bound) {
      bound.replaceWith(tail)
      const outer = app.cloneNode(false) as Element
      outer.removeAttribute('id')
      outer.append(tail)
      app.after(bound)
      bound.append(outer, call)
      if (app.textContent === '') {
        bound.prepend(app)
        app.append(tail)
        outer.remove()
      }
    } else bound.append(call)
  }

  if (options.footnotes) {
    const notes = root.querySelectorAll<HTMLElement>('.notes .note')
    if (notes.length > 0) {
      const galley = document.createElement('div')
      galley.className = 'foot-galley foot-notes'
      galley.append(...notes)
      root.append(galley)
      for (const old of root.querySelectorAll('.notes')) old.remove()
    }
  }

  const range = document.createRange()
  const runts: Text[] = []
  for (const paragraph of root.querySelectorAll<HTMLElement>('p')) {
    const own = [...texts(paragraph)]
    const last = own.at(-1)
    if (last === undefined) continue
    range.selectNodeContents(paragraph)
    const rects = [...range.getClientRects()].filter((r) => r.width > 0)
    const lowest = rects.reduce((low, r) => Math.max(low, (start(root, r) + end(root, r)) / 2), 0)
    const final = rects.filter(
      (r) => (start(root, r) + end(root, r)) / 2 > lowest - options.line * 0.4,
    )
    if (rects.length === final.length) continue
    const size = Number.parseFloat(getComputedStyle(paragraph).fontSize)
    const extent = final.reduce(
      (sum, r) => sum + Math.max(0, end(root, r) > start(root, r) ? along(r) : 0),
      0,
    )
    if (extent < size * 2.3 && [...last.data].length >= 4) runts.push(last)
  }
  for (const text of runts) {
    const points = [...text.data]
    let from = points.length
    for (let letters = 0; from > 0 && letters < 2; ) {
      from -= 1
      if (!CLOSING.test(points[from] ?? '')) letters += 1
    }
    const tail = text.splitText(points.slice(0, from).join('').length)
    const bound = document.createElement('span')
    bound.className = 'bound'
    tail.replaceWith(bound)
    bound.append(tail)
  }

  if (!root.classList.contains('small')) {
    const blocks = [
      ...root.querySelectorAll<HTMLElement>(
        '.work-head, .section-head, table, blockquote, ul, ol, .doc > section > h1, .doc > nav > h1',
      ),
    ]
    const sizes = blocks.map((b) => {
      const rect = b.getBoundingClientRect()
      return end(root, rect) - start(root, rect)
    })
    for (const [i, block] of blocks.entries()) {
      const size = sizes[i] ?? 0
      const spare = Math.ceil((size - 0.2) / options.line) * options.line - size
      if (spare > 0.2) {
        if (block.tagName === 'TABLE') block.style.marginBlockEnd = `${spare}px`
        else
          block.style.paddingBlockEnd = `calc(${getComputedStyle(block).paddingBlockEnd} + ${spare}px)`
      }
    }
  }

  function along(rect: DOMRect): number {
    return getComputedStyle(root).writingMode.startsWith('vertical') ? rect.height : rect.width
  }
}
