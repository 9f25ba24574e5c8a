/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import type { Measured, Spot } from './galley.ts'
import type { Breaking } from './impose.ts'
import type { Laid } from './types.ts'

/** Tells where everything with an id stands, and with what the pages begin, before anything is moved. */
export type Survey = (
  job: Breaking,
  root: HTMLElement,
  measured: Measured,
  /** By page: where it begins, if within a block. */
  spots: readonly (Spot | null)[],
) => Pick<Laid, 'starts' | 'places'>

declare global {
  var survey: Survey
}

/** Runs in the page: installs the survey. */
export function installSurvey(): void {
  const { start, end, texts } = globalThis.press
  globalThis.survey = (job, root, { elements, rows }, spots) => {
    const { pages, shape } = job
    const base = root.getBoundingClientRect()
    return { starts: starts(), places: places() }

    function pageAt(y: number): number {
      let page = 0
      for (const [p, { top, unit }] of pages.entries())
        if (unit < elements.length && top <= y + 1) page = p
      return page
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
