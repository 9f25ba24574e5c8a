/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import './geometry.ts'

/**
 * Runs in the page: fills heads, tables and other blocks up to whole lines, so that text after them stands on
 * the grid again, and ties each call of a note to the character before it.
 */
export function settle(id: string): void {
  const { doc, grid } = globalThis.huijiao
  const root = doc(id)
  if (!root.classList.contains('small')) {
    const size = (e: Element) =>
      grid.vertical ? e.getBoundingClientRect().width : e.getBoundingClientRect().height
    for (const head of root.querySelectorAll<HTMLElement>('.work-head')) {
      const full = Math.ceil((size(head) + grid.line * 0.75) / grid.line) * grid.line
      head.style.setProperty('padding-block-end', `${full - size(head)}px`)
    }
    for (const block of root.querySelectorAll<HTMLElement>('table, hr, blockquote')) {
      const full = Math.ceil((size(block) - 0.01) / grid.line) * grid.line
      if (block.tagName !== 'HR')
        block.style.setProperty('margin-block-end', `${full - size(block)}px`)
    }
  }
  for (const call of root.querySelectorAll('a.note-call')) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    walker.currentNode = call
    const text = walker.previousNode() as Text | null
    const block = call.closest('p, h1, h2, h3, h4, h5, h6')
    if (text === null || text.data === '' || block?.contains(text) !== true) continue
    const points = [...text.data]
    const last = points.at(-1) ?? ''
    const tail = text.splitText(text.length - last.length)
    const bound = document.createElement('span')
    bound.className = 'bound'
    // The character stays where it was; the call comes to stand beside it.
    tail.replaceWith(bound)
    bound.append(tail, call)
  }
}
