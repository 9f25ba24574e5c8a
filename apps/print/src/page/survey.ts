import type { Laid, PageLine, PageStart } from '../laid.ts'
import type { BrokenPage, PageShape } from '../paginate/model.ts'
import { end, start } from './axis.ts'
import type { Measured } from './galley.ts'
import type { DocumentJob } from './settle.ts'
import { type Spot, textsOf } from './texts.ts'

/** The blocks of which the tree knows the text. */
const BLOCK = '[id]:is(p, h1, h2, h3, h4, h5, h6, table, blockquote, ul, ol)'

/** Where everything with an id stands, where the lines of each page end, and on which page each note begins. */
export function placesOf(
  { root, base, elements, rows }: Measured,
  pages: readonly BrokenPage[],
  shape: PageShape,
): Pick<Laid, 'places' | 'notes' | 'lines'> {
  const ends = [...new Set(rows.flat().map((e) => Math.round(e)))].sort((a, b) => a - b)
  const linesBefore = (y: number): number => countUpTo(ends, y + 2)
  const pageAt = (y: number): number =>
    Math.max(
      0,
      pages.findLastIndex(({ top, unit }) => unit < elements.length && top <= y + 1),
    )
  const places: Record<string, PageLine> = {}
  for (const element of root.querySelectorAll<HTMLElement>('[id]')) {
    if (element.closest('.foot-galley') !== null) continue
    const rect = element.getClientRects()[0] ?? element.getBoundingClientRect()
    const [from, to] = [start(base, rect), end(base, rect)]
    // A block begins with its first line.
    const y = Math.min((from + to) / 2, from + shape.noteLine / 2)
    const page = pageAt(y)
    const line = linesBefore(y) - linesBefore(pages[page]?.top ?? 0) + 1
    places[element.id] = [page, Math.max(1, line)]
  }
  const notes: Record<string, number> = {}
  for (const [page, { notes: parts }] of pages.entries())
    for (const { id, from } of parts) if (from === 0) notes[id] = page
  const lines = pages.map(({ top }, p) => {
    const next = pages[p + 1]?.top ?? Number.POSITIVE_INFINITY
    return ends.filter((e) => e > top + 2 && e <= next + 2).map((e) => e - top)
  })
  return { places, notes, lines }
}

/** How many of some sorted numbers are no greater than a value. */
function countUpTo(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const half = (low + high) >> 1
    if ((sorted[half] ?? 0) <= value) low = half + 1
    else high = half
  }
  return low
}

/**
 * With which character of which block each page begins.
 *
 * @param spots by page, where it begins if within a block.
 */
export function startsOf(
  { work }: DocumentJob,
  { elements }: Measured,
  pages: readonly BrokenPage[],
  spots: readonly (Spot | null)[],
): PageStart[] {
  return pages.map(({ unit }, p) => {
    const element = elements[unit]
    const section = (element ?? elements.at(-1))?.closest('.doc > *')
    const within = spots[p] != null || elements[unit - 1]?.closest('.doc > *') === section
    const start = { document: section?.id ?? '', opens: !within }
    if (element === undefined) return { ...start, place: null }
    const block = element.matches(BLOCK)
      ? element
      : (element.querySelector(BLOCK) ??
        element.closest(BLOCK) ??
        (work ? null : element.closest('[id]')))
    if (block === null) return { ...start, place: null }
    const offset = offsetOf(work, block, spots[p] ?? null, element)
    return { ...start, place: { block: block.id, offset } }
  })
}

/** Code points of a block's text before a place in it, or before an element. */
function offsetOf(work: boolean, block: Element, spot: Spot | null, element: Element): number {
  let points = 0
  for (const text of textsOf(block)) {
    const isCounted = counted(work, text)
    if (spot === null && element.contains(text)) return points
    if (spot !== null && text === spot.node)
      return isCounted ? points + lengthOf(work, text.data.slice(0, spot.offset)) : points
    if (isCounted) points += lengthOf(work, text.data)
  }
  return spot === null ? 0 : points
}

/**
 * Whether the text is that of the tree: numbers of lists are print's own, and a reference is a page and line in
 * print, and something else in a book without pages.
 */
function counted(work: boolean, text: Text): boolean {
  return text.parentElement?.closest(work ? '.list-number' : '.list-number, .locus') == null
}

const lengthOf = (work: boolean, text: string): number =>
  [...(work ? text : text.replace(/\s+/gu, ''))].length
