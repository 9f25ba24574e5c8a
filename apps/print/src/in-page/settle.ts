/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Press } from './galley.ts'

/**
 * Runs in the page: makes documents ready to be broken into pages. Each call of a note is tied to the character
 * before it, no paragraph ends with one character alone on its line, heads and tables are filled up to whole
 * lines so that the text after them stands on the grid, and the notes are laid out at the foot's measure.
 */
export function settle(
  jobs: readonly { readonly id: string; readonly footnotes: boolean }[],
): void {
  const { doc, start, end, texts }: Press = globalThis.press
  // All documents take each step together, either reading or changing: whatever is read after a change is laid out anew.
  const works = jobs.map(settleOne)
  while (works.map((work) => work.next().done).includes(false));

  function* settleOne(options: {
    readonly id: string
    readonly footnotes: boolean
  }): Generator<undefined, undefined> {
    const root = doc(options.id)
    const line = Number.parseFloat(getComputedStyle(root).getPropertyValue('--line'))
    const MARK = /^[，。、；：？！“”‘’（）《》「」『』【】〔〕…—\s]/u
    yield

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

    yield
    const range = document.createRange()
    const base = root.getBoundingClientRect()
    const runts: HTMLElement[] = []
    for (const paragraph of root.querySelectorAll<HTMLElement>('p')) {
      range.selectNodeContents(paragraph)
      const rects = [...range.getClientRects()].filter((r) => r.width > 0 && r.height > 0)
      const middle = (r: DOMRect) => (start(base, r) + end(base, r)) / 2
      const lowest = rects.reduce((low, r) => Math.max(low, middle(r)), 0)
      const final = rects.filter((r) => middle(r) > lowest - line * 0.4)
      if (rects.length === final.length) continue
      const size = Number.parseFloat(getComputedStyle(paragraph).fontSize)
      const from = Math.min(...final.map(sideFrom))
      const to = Math.max(...final.map(sideTo))
      if (to - from < size * 3.3) runts.push(paragraph)
    }
    yield
    for (const paragraph of runts) tieEnd(paragraph)
    yield

    if (!root.classList.contains('small')) {
      yield* fillUp([...root.querySelectorAll<HTMLElement>('.work-head h1')])
      yield* fillUp([
        ...root.querySelectorAll<HTMLElement>(
          '.work-head, .section-head, table, blockquote, ul, ol, .doc > section > h1, .doc > nav > h1',
        ),
        // What stands beside or under a line makes it higher.
        ...[...root.querySelectorAll<HTMLElement>('p')].filter(
          (p) =>
            p.closest(
              'header, table, blockquote, ul, ol, nav, .titlepage, .foot-galley, .notes',
            ) === null,
        ),
      ])
    }

    /** Makes blocks whole lines high. */
    function* fillUp(blocks: readonly HTMLElement[]): Generator<undefined, undefined> {
      const spares = blocks.flatMap((block) => {
        const rect = block.getBoundingClientRect()
        const size = end(rect, rect)
        const spare = Math.ceil((size - 0.2) / line) * line - size
        if (spare <= 0.2) return []
        return [{ block, spare, padding: getComputedStyle(block).paddingBlockEnd }]
      })
      yield
      for (const { block, spare, padding } of spares) {
        if (block.tagName === 'TABLE') block.style.marginBlockEnd = `${spare}px`
        else block.style.paddingBlockEnd = `calc(${padding} + ${spare}px)`
      }
      yield
      return undefined
    }

    function sideFrom(rect: DOMRect): number {
      return vertical() ? rect.top : rect.left
    }

    function sideTo(rect: DOMRect): number {
      return vertical() ? rect.bottom : rect.right
    }

    function vertical(): boolean {
      return getComputedStyle(root).writingMode.startsWith('vertical')
    }

    /** Ties the last two characters of a paragraph, with the marks at them, to one another. */
    function tieEnd(paragraph: HTMLElement): void {
      let letters = 0
      for (const text of [...texts(paragraph)].reverse()) {
        const points = [...text.data]
        for (let k = points.length - 1; k >= 0; k -= 1) {
          if (!MARK.test(points[k] ?? '')) letters += 1
          if (letters < 2) continue
          const tail = document.createRange()
          tail.setStart(text, points.slice(0, k).join('').length)
          tail.setEnd(paragraph, paragraph.childNodes.length)
          const bound = document.createElement('span')
          bound.className = 'tied'
          bound.append(tail.extractContents())
          for (const copy of bound.querySelectorAll('[id]')) {
            if (paragraph.querySelector(`[id="${copy.id}"]`) !== null) copy.removeAttribute('id')
          }
          paragraph.append(bound)
          return
        }
      }
    }
  }
}
