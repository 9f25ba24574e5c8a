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
 * its bottom; within a paragraph it floats, so that the paragraph is never cut. Vertical paragraphs are parted: of one
 * over several pages the browser loses the links and takes the last page for the place of each part. All places are
 * looked up before anything is changed: the browser lays the document out but once more, in the print.
 */
export function breakDocuments(jobs: readonly Breaking[]): Laid[] {
  const { doc, start, spotAt, documents } = globalThis.press
  const { cuts, survey } = globalThis
  const vertical = document.body.classList.contains('vertical')
  // Of all documents all is read before anything is changed: else each would be laid out once more for the next.
  const surveyed = jobs.map(look)
  for (const { impose } of surveyed) impose()
  return surveyed.map(({ laid }) => laid)

  function look(job: Breaking): { readonly laid: Laid; readonly impose: () => void } {
    const { pages, shape } = job
    const root = doc(job.id)
    const base = root.getBoundingClientRect()
    const measured = documents.get(job.id)
    if (measured === undefined) throw new Error(`${job.id} has not been measured`)
    const { elements } = measured

    const spots = pages.map(({ unit, line, top }): Spot | null => {
      const element = elements[unit]
      return line === 0 || element === undefined ? null : spotAt(base, element, top + 1)
    })
    const cellSpots = pages.map(({ unit, line, top }): (Spot | null)[] => {
      const element = elements[unit]
      if (line === 0 || element?.tagName !== 'TR') return []
      return [...element.children].map((cell) => spotAt(base, cell, top + 1))
    })
    const tables = new Set(
      pages.flatMap(
        ({ unit }) => elements[unit]?.closest<HTMLElement>('tr')?.closest('table') ?? [],
      ),
    )
    const columns = [...tables].map((table) => cuts.columnsOf(table))
    const noteSpots = new Map<string, (Spot | null)[]>()
    for (const { notes } of pages) {
      for (const part of notes) {
        if (part.from === 0) continue
        const note = document.getElementById(part.id)
        if (note === null) continue
        const at = start(base, note.getBoundingClientRect()) + part.from * shape.noteLine
        noteSpots.set(part.id, [...(noteSpots.get(part.id) ?? []), spotAt(base, note, at + 1)])
      }
    }
    const firsts = pages.map(({ unit }, p): HTMLElement | null => {
      const element = elements[unit]
      return element === undefined || spots[p] != null ? null : outermost(element)
    })
    const insets = pages.map(({ unit }, p): number => {
      const element = elements[unit]
      if (element === undefined) return 0
      // A box that floats stands within the block, any other before it.
      const first = firsts[p]
      if (first != null) return insetOf(first.parentElement ?? root)
      if (element.tagName === 'TR') return insetOf(element.closest('table')?.parentElement ?? root)
      return insetOf(vertical ? (element.parentElement ?? root) : element)
    })
    const laid = {
      id: job.id,
      pages: pages.length,
      ...survey(job, root, measured, spots),
      notes: noted(),
    }
    return { laid, impose }

    function impose(): void {
      for (const [i, table] of [...tables].entries()) cuts.fix(table, columns[i] ?? [])
      const parts = cuts.divideNotes(root, pages, noteSpots)
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
        } else if (spot !== null && element.tagName === 'TR') {
          const second = cuts.divideTable(cuts.divideRow(element, cellSpots[p + 1] ?? []))
          if (notes.length > 0) second.before(foot(rest, inset, notes))
        } else if (spot !== null && vertical) {
          const second = cuts.divide(element, spot)
          if (notes.length > 0) second.before(foot(rest, inset, notes))
        } else if (spot !== null) {
          if (notes.length > 0 || rest > 1) {
            const box = foot(rest, inset, notes)
            box.classList.add('foot-within')
            cuts.float(root, box, spot)
          }
        } else {
          const first = firsts[p + 1] ?? element
          mark(first, element)
          if (notes.length > 0) {
            if (element.tagName === 'TR' && first === element)
              cuts.divideTable(element).before(foot(rest, inset, notes))
            else first.before(foot(rest, inset, notes))
          } else if (element.tagName === 'TR' && first === element) cuts.divideTable(element)
        }
      }
      root.querySelector('.foot-galley')?.remove()
    }

    function noted(): Laid['notes'] {
      const found: Record<string, number> = {}
      for (const [p, { notes }] of pages.entries()) {
        for (const { id, from } of notes) if (from === 0) found[id] = p
      }
      return found
    }

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
  }
}
