/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Galley } from '../paginate/model.ts'

/** A place in the text. */
export interface Spot {
  readonly node: Text
  readonly offset: number
}

/** What the page remembers of a document between measuring and breaking. */
export interface Measured {
  /** By unit: its element. */
  readonly elements: readonly HTMLElement[]
  /** By unit: where each of its lines ends; more than the unit's own where it must not be broken. */
  readonly rows: readonly (readonly number[])[]
}

/** The tools that run in the page. */
export interface Press {
  readonly documents: Map<string, Measured>
  readonly doc: (id: string) => HTMLElement
  /** Where a rectangle begins and ends within that of its document, which is asked for once: asking costs time. */
  readonly start: (base: DOMRect, rect: DOMRect) => number
  readonly end: (base: DOMRect, rect: DOMRect) => number
  readonly texts: (root: Element) => Generator<Text>
  readonly rowEnds: (base: DOMRect, element: Element) => number[]
  readonly spotAt: (base: DOMRect, element: Element, at: number) => Spot | null
}

declare global {
  var press: Press
}

/** Runs in the page: installs what the other steps use. Lengths run in the direction in which lines follow. */
export function installPress(vertical: boolean): void {
  const SKIP = '.note-call, .notes, .pagebreak, .toc-page, .ruby-text'
  const start = (base: DOMRect, rect: DOMRect): number =>
    vertical ? base.right - rect.right : rect.top - base.top
  const end = (base: DOMRect, rect: DOMRect): number =>
    vertical ? base.right - rect.left : rect.bottom - base.top

  function* texts(root: Element): Generator<Text> {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node as Text
      if (text.data.trim() === '' || text.parentElement?.closest(SKIP) != null) continue
      yield text
    }
  }

  /** Where the lines of an element end; the last with the element. */
  function rowEnds(base: DOMRect, element: Element): number[] {
    const style = getComputedStyle(element)
    const height = Number.parseFloat(style.lineHeight) || 16
    const box = element.getBoundingClientRect()
    const top = start(base, box) + Number.parseFloat(style.paddingBlockStart)
    const bottom = end(base, box)
    const middles: number[] = []
    const range = document.createRange()
    for (const text of texts(element)) {
      range.selectNodeContents(text)
      for (const rect of range.getClientRects()) {
        if (rect.width === 0 || rect.height === 0) continue
        const middle = (start(base, rect) + end(base, rect)) / 2
        const last = middles.at(-1)
        if (last === undefined || middle - last > height * 0.5) middles.push(middle)
      }
    }
    const even = Math.abs(bottom - top - middles.length * height) < 1
    return middles.map((middle, i) => {
      const next = middles[i + 1]
      if (next === undefined) return bottom
      return even ? top + (i + 1) * height : (middle + next) / 2
    })
  }

  /** Where the first line begins that ends after `at`. */
  function spotAt(base: DOMRect, element: Element, at: number): Spot | null {
    const range = document.createRange()
    const beyond = (rect: DOMRect) => (start(base, rect) + end(base, rect)) / 2 > at
    for (const node of texts(element)) {
      range.selectNodeContents(node)
      const rects = [...range.getClientRects()].filter((r) => r.width > 0 && r.height > 0)
      if (!rects.some(beyond)) continue
      let [low, high] = [0, node.length - 1]
      while (low < high) {
        const half = (low + high) >> 1
        range.setStart(node, half)
        range.setEnd(node, half + 1)
        const rect = range.getClientRects()[0]
        if (rect !== undefined && beyond(rect)) high = half
        else low = half + 1
      }
      // Never between the halves of a character beyond the basic plane.
      const code = node.data.charCodeAt(low)
      return { node, offset: code >= 0xdc00 && code <= 0xdfff ? low - 1 : low }
    }
    return null
  }

  globalThis.press = {
    documents: new Map(),
    doc(id) {
      const found = document.querySelector<HTMLElement>(`.doc[data-doc="${id}"]`)
      if (found === null) throw new Error(`no document ${id}`)
      return found
    },
    start,
    end,
    texts,
    rowEnds,
    spotAt,
  }
}

/**
 * Runs in the page: the units of documents and their notes, each line of them measured once.
 *
 * @param options.extent of a page: what else would stay whole may be broken if it is longer.
 */
export function measureGalleys(options: {
  readonly ids: readonly string[]
  readonly extent: number
}): Galley[] {
  const { doc, start, end, rowEnds, documents } = globalThis.press
  const MONOLITH =
    '.work-head, .section-head, .titlepage, .toc-entry, tr, hr, h1, h2, h3, h4, h5, h6'
  const INTRODUCES = '.work-head, .section-head, h1, h2, h3, h4, h5, h6, .salutation, dt, thead tr'
  const noteLine = Number.parseFloat(
    getComputedStyle(document.body).getPropertyValue('--small-line'),
  )
  /** What the rules of the parts of a row may take, in pixels. */
  const RULES = 2
  return options.ids.map(measured)

  function measured(id: string): Galley {
    const root = doc(id)
    const base = root.getBoundingClientRect()
    const elements: HTMLElement[] = []
    const rows: number[][] = []
    const units: Galley['units'][number][] = []

    const inline = (element: Element): boolean =>
      /^(inline|ruby|contents)/.test(getComputedStyle(element).display)
    const isLeaf = (element: Element): boolean =>
      element.childElementCount === 0 ||
      [...element.childNodes].some((n) =>
        n instanceof Text
          ? n.data.trim() !== ''
          : n instanceof Element && n.getClientRects().length > 0 && inline(n),
      )
    const add = (element: HTMLElement, whole: boolean): void => {
      const rect = element.getBoundingClientRect()
      const [top, bottom] = [start(base, rect), end(base, rect)]
      const tall = bottom - top > options.extent
      const ends = tall && element.tagName === 'TR' ? cellRows(element) : rowEnds(base, element)
      const question = element.parentElement
      elements.push(element)
      rows.push(ends)
      units.push({
        top,
        bottom,
        ends: (whole && !tall) || ends.length === 0 ? [bottom] : ends,
        keepWithNext:
          element.matches(INTRODUCES) ||
          // Who signs does not stand alone overleaf.
          element.nextElementSibling?.matches('p.byline, p.dateline') === true ||
          (question?.matches('.question') === true && question.lastElementChild === element),
        ...(element.tagName === 'TR' ? { lead: headOf(element) + (tall ? RULES : 0) } : {}),
      })
    }
    /** Where the lines of a row of a table end: those of all its cells stand beside one another. */
    const cellRows = (row: HTMLElement): number[] => {
      const rect = row.getBoundingClientRect()
      const cell = getComputedStyle(row.querySelector('td') ?? row)
      const [height, bottom] = [Number.parseFloat(cell.lineHeight), end(base, rect)]
      const first = start(base, rect) + Number.parseFloat(cell.paddingBlockStart) + height
      const count = Math.max(1, Math.floor((bottom - first) / height + 1.01))
      return Array.from({ length: count }, (_, i) =>
        i === count - 1 ? bottom : first + i * height + RULES,
      )
    }
    const headOf = (row: HTMLElement): number => {
      const head =
        row.closest('thead') === null ? row.closest('table')?.querySelector('thead') : null
      const rect = head?.getBoundingClientRect()
      return rect === undefined ? 0 : end(base, rect) - start(base, rect)
    }
    const walk = (parent: Element): void => {
      for (const child of parent.children) {
        if (!(child instanceof HTMLElement) || child.matches('.notes, .foot-galley')) continue
        if (child.getClientRects().length === 0) continue
        if (child.matches(MONOLITH)) add(child, true)
        else if (isLeaf(child)) add(child, false)
        else walk(child)
      }
    }
    walk(root)
    documents.set(id, { elements, rows })

    const order = new Map(elements.map((e, i) => [e, i]))
    const notes = [...root.querySelectorAll<HTMLElement>('.foot-galley .note')].flatMap((note) => {
      const call = root.querySelector<HTMLElement>(
        `.note-call[href="#${CSS.escape(note.id)}"], .note-call[href="#${note.id}"]`,
      )
      let owner: HTMLElement | null = call
      while (owner !== null && !order.has(owner)) owner = owner.parentElement
      const unit = owner === null ? undefined : order.get(owner)
      if (call === null || unit === undefined) return []
      const rect = (call.closest('.bound') ?? call).getBoundingClientRect()
      const middle = (start(base, rect) + end(base, rect)) / 2
      const own = units[unit]
      const line =
        own === undefined
          ? 0
          : Math.max(
              0,
              own.ends.findIndex((e) => e > middle),
            )
      const size = note.getBoundingClientRect()
      const lines = Math.max(1, Math.round((end(base, size) - start(base, size)) / noteLine))
      return [{ id: note.id, unit, line, lines }]
    })
    notes.sort((a, b) => a.unit - b.unit || a.line - b.line)
    return { units, notes }
  }
}
