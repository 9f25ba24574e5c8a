/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { BrokenPage, PageShape } from '../paginate/model.ts'
import type { Spot } from './galley.ts'
import type { Laid } from './types.ts'

/** A document and its breaks. */
export interface Breaking {
  readonly id: string
  /** Whether it is a work: elsewhere white space and page references are not counted. */
  readonly work: boolean
  readonly pages: readonly BrokenPage[]
  readonly shape: PageShape
}

/**
 * Runs in the page: carries out the breaks of documents, and tells what stands where.
 *
 * Before the first line of each page stands a box as high as the rest of the page before, with that page's notes at
 * its bottom; within a paragraph it floats, so that the paragraph is never cut. All places are looked up
 * before anything is changed: the browser lays the document out but once more, in the print.
 */
export function breakDocuments(jobs: readonly Breaking[]): Laid[] {
  const { doc, start, end, texts, spotAt, documents } = globalThis.press
  return jobs.map(broken)

  function broken(job: Breaking): Laid {
    const { pages, shape } = job
    const root = doc(job.id)
    const base = root.getBoundingClientRect()
    const measured = documents.get(job.id)
    if (measured === undefined) throw new Error(`${job.id} has not been measured`)
    const { elements, rows } = measured

    const spots = pages.map(({ unit, line, top }): Spot | null => {
      const element = elements[unit]
      return line === 0 || element === undefined ? null : spotAt(base, element, top + 1)
    })
    const cuts = new Map<string, (Spot | null)[]>()
    for (const { notes } of pages) {
      for (const part of notes) {
        if (part.from === 0) continue
        const note = document.getElementById(part.id)
        if (note === null) continue
        const at = start(base, note.getBoundingClientRect()) + part.from * shape.noteLine
        cuts.set(part.id, [...(cuts.get(part.id) ?? []), spotAt(base, note, at + 1)])
      }
    }
    const insets = pages.map(({ unit }, p): number => {
      const element = elements[unit]
      if (element === undefined) return 0
      return insetOf(spots[p] == null ? (outermost(element).parentElement ?? root) : element)
    })
    const laid = {
      id: job.id,
      pages: pages.length,
      starts: starts(),
      places: places(),
      notes: noted(),
    }
    const parts = cutNotes()
    for (let p = pages.length - 1; p >= 0; p -= 1) {
      const page = pages[p]
      if (page === undefined) continue
      const notes = page.notes.flatMap((part) => parts.get(`${part.id} ${part.from}`) ?? [])
      const rest = shape.height - page.used
      const inset = insets[p + 1] ?? 0
      const following = pages[p + 1]
      const element = following === undefined ? undefined : elements[following.unit]
      const spot = spots[p + 1] ?? null
      if (element === undefined) {
        if (notes.length > 0) {
          const box = foot(rest, inset, notes)
          if (page.unit >= elements.length) box.classList.add('page-top')
          // Pages of notes alone come in order behind the last line.
          const behind = root.querySelector('.foot-last')
          if (behind === null) root.append(box)
          else behind.before(box)
          box.classList.add('foot-last')
        }
      } else if (spot !== null) {
        if (notes.length > 0 || rest > 1) {
          const box = foot(rest, inset, notes)
          box.classList.add('foot-within')
          float(box, spot)
        }
      } else {
        const first = outermost(element)
        mark(first, element)
        if (notes.length > 0) {
          if (element.tagName === 'TR' && first === element)
            divideTable(element).before(foot(rest, inset, notes))
          else first.before(foot(rest, inset, notes))
        } else if (element.tagName === 'TR' && first === element) divideTable(element)
      }
    }
    root.querySelector('.foot-galley')?.remove()
    return laid

    function foot(size: number, inset: number, notes: readonly HTMLElement[]): HTMLElement {
      const box = document.createElement('div')
      box.className = 'foot foot-notes'
      box.style.blockSize = `${Math.max(0, size - 0.25)}px`
      if (inset !== 0) box.style.marginInlineStart = `${-inset}px`
      if (notes.length > 0) {
        const rule = document.createElement('div')
        rule.className = 'foot-rule'
        box.append(rule, ...notes)
      }
      return box
    }

    /** How far in from the edge of the page the content of an element begins. */
    function insetOf(element: Element): number {
      const style = getComputedStyle(element)
      const own =
        Number.parseFloat(style.paddingInlineStart) +
        Number.parseFloat(style.borderInlineStartWidth)
      const box = element.getBoundingClientRect()
      const across = style.writingMode.startsWith('vertical')
        ? box.top - base.top
        : box.left - base.left
      return across + own
    }

    /**
     * Puts the box into the last line kept, where it does not fit beside the text and comes to stand below. At the
     * head of the line after it, the box would leave with that line.
     */
    function float(box: HTMLElement, { node, offset }: Spot): void {
      const HAN = /\p{sc=Han}/u
      const TIED = '.bound, .lacuna, .combine, .ruby'
      const block = node.parentElement?.closest('p, li, td, th, dd, dt') ?? root
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      walker.currentNode = node
      let text: Text | null = node
      let at = offset
      let second: Spot | null = null
      for (let back = 0; text !== null && back < 14; ) {
        const free = text.parentElement?.closest(TIED) == null
        for (at -= 1; at >= 0 && back < 14; at -= 1, back += 1) {
          if (!free || /[\uDC00-\uDFFF]/.test(text.data[at] ?? '')) continue
          // Between two characters of text it parts no pair of marks.
          if (at > 0 && HAN.test(text.data[at - 1] ?? '') && HAN.test(text.data[at] ?? '')) {
            text.splitText(at).before(box)
            return
          }
          second ??= { node: text, offset: at }
        }
        text = walker.previousNode() as Text | null
        at = text?.length ?? 0
      }
      if (second !== null) {
        if (second.offset === 0) second.node.before(box)
        else second.node.splitText(second.offset).before(box)
        return
      }
      const tied = node.parentElement?.closest(TIED)
      if (tied != null) tied.before(box)
      else if (offset === 0) node.before(box)
      else node.splitText(offset).before(box)
    }

    /** The highest ancestor that begins with the element. */
    function outermost(element: HTMLElement): HTMLElement {
      let first = element
      for (;;) {
        const parent = first.parentElement
        if (parent === null || parent === root || parent.parentElement === root) return first
        let before = first.previousElementSibling
        while (before !== null && before.getClientRects().length === 0)
          before = before.previousElementSibling
        if (before !== null) return first
        first = parent
      }
    }

    function mark(first: HTMLElement, element: HTMLElement): void {
      for (
        let e: HTMLElement | null = element;
        e !== null;
        e = e === first ? null : e.parentElement
      ) {
        e.style.marginBlockStart = '0'
      }
      first.classList.add('page-top')
    }

    /** Rows from this one on become a table of their own, under the same head. */
    function divideTable(row: HTMLElement): HTMLElement {
      const table = row.closest('table')
      if (table === null) return row
      const rest = table.cloneNode(false) as HTMLElement
      rest.removeAttribute('id')
      const head = table.querySelector('thead')
      if (head !== null) rest.append(head.cloneNode(true))
      const body = document.createElement('tbody')
      for (let r: Element | null = row; r !== null; ) {
        const next: Element | null = r.nextElementSibling
        body.append(r)
        r = next
      }
      rest.append(body)
      table.after(rest)
      row.classList.remove('page-top')
      rest.classList.add('page-top')
      return rest
    }

    /** The parts of the notes by id and first line. */
    function cutNotes(): Map<string, HTMLElement[]> {
      const made = new Map<string, HTMLElement[]>()
      for (const note of root.querySelectorAll<HTMLElement>('.foot-galley .note')) {
        const froms = pages.flatMap((p) =>
          p.notes.filter((n) => n.id === note.id && n.from > 0).map((n) => n.from),
        )
        const own = cuts.get(note.id) ?? []
        for (let k = froms.length - 1; k >= 0; k -= 1) {
          const spot = own[k]
          const words = note.lastElementChild
          if (spot == null || words === null) continue
          const range = document.createRange()
          range.setStart(spot.node, spot.offset)
          range.setEnd(words, words.childNodes.length)
          const rest = note.cloneNode(false) as HTMLElement
          rest.removeAttribute('id')
          rest.classList.add('continued')
          const paragraph = words.cloneNode(false) as HTMLElement
          paragraph.append(range.extractContents())
          words.classList.add('goes-on')
          rest.append(paragraph)
          made.set(`${note.id} ${froms[k]}`, [rest])
        }
        made.set(`${note.id} 0`, [note])
      }
      return made
    }

    function pageAt(y: number): number {
      let page = 0
      for (const [p, { top, unit }] of pages.entries())
        if (unit < elements.length && top <= y + 1) page = p
      return page
    }

    function noted(): Laid['notes'] {
      const found: Record<string, number> = {}
      for (const [p, { notes }] of pages.entries()) {
        for (const { id, from } of notes) if (from === 0) found[id] = p
      }
      return found
    }

    function places(): Laid['places'] {
      const all = rows.flat()
      const bounds = pages.map((p) => p.top)
      const found: Record<string, readonly [number, number]> = {}
      const ends = [...new Set(all.map((e) => Math.round(e)))].sort((a, b) => a - b)
      const before = (y: number): number => {
        let [low, high] = [0, ends.length]
        while (low < high) {
          const half = (low + high) >> 1
          if ((ends[half] as number) <= y + 2) low = half + 1
          else high = half
        }
        return low
      }
      for (const element of root.querySelectorAll<HTMLElement>('[id]')) {
        if (element.closest('.foot-galley') !== null) continue
        const rect = element.getClientRects()[0] ?? element.getBoundingClientRect()
        const [from, to] = [start(base, rect), end(base, rect)]
        // A block begins with its first line.
        const y = Math.min((from + to) / 2, from + shape.noteLine / 2)
        const page = pageAt(y)
        found[element.id] = [page, Math.max(1, before(y) - before(bounds[page] ?? 0) + 1)]
      }
      return found
    }

    function starts(): Laid['starts'] {
      const BLOCK = '[id]:is(p, h1, h2, h3, h4, h5, h6, table, blockquote, ul, ol)'
      return pages.map(({ unit }, p) => {
        const element = elements[unit]
        if (element === undefined) return null
        const block = element.matches(BLOCK)
          ? element
          : (element.querySelector(BLOCK) ??
            element.closest(BLOCK) ??
            (job.work ? null : element.closest('[id]')))
        if (block === null) return null
        const spot = spots[p] ?? null
        if (spot === null) return { block: block.id, offset: offsetOf(block, null, element) }
        return { block: block.id, offset: offsetOf(block, spot, element) }
      })
    }

    /**
     * Whether the text is that of the tree: numbers of lists are print's own, and a reference is a page and line in
     * print, and something else in a book without pages.
     */
    function counted(text: Text): boolean {
      return text.parentElement?.closest(job.work ? '.list-number' : '.list-number, .locus') == null
    }

    function lengthOf(text: string): number {
      return [...(job.work ? text : text.replace(/\s+/gu, ''))].length
    }

    /** Code points of a block's text before a place in it. */
    function offsetOf(block: Element, spot: Spot | null, element: Element): number {
      let points = 0
      for (const text of texts(block)) {
        if (spot === null && element.contains(text)) return points
        if (spot !== null && text === spot.node) {
          if (!counted(text)) return points
          return points + lengthOf(text.data.slice(0, spot.offset))
        }
        if (counted(text)) points += lengthOf(text.data)
      }
      return spot === null ? 0 : points
    }
  }
}
