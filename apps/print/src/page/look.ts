import type { BrokenPage, PageShape } from '../paginate/model.ts'
import { isVertical, pixels, start } from './axis.ts'
import { columnsOf } from './cut-table.ts'
import type { Measured } from './galley.ts'
import { type Spot, spotAt } from './texts.ts'

/** All that must be known of the breaks of a document before anything is changed. */
export interface Breaks {
  readonly pages: readonly BrokenPage[]
  /** By page: where it begins, if within a block. */
  readonly spots: readonly (Spot | null)[]
  /** By page: where it begins in each cell, if within a row. */
  readonly cells: readonly (readonly (Spot | null)[])[]
  /** By page: the highest element that begins with it, if it begins with a block. */
  readonly firsts: readonly (HTMLElement | null)[]
  /** By page: how far in from the edge of the page the box before its first line would stand, in pixels. */
  readonly insets: readonly number[]
  /** The tables in which pages begin, and the widths of their columns. */
  readonly columns: ReadonlyMap<HTMLElement, readonly number[]>
  /** By note: where its parts after the first begin. */
  readonly notes: ReadonlyMap<string, readonly (Spot | null)[]>
}

/** Looks up where the pages of a document begin. */
export function look(measured: Measured, pages: readonly BrokenPage[], shape: PageShape): Breaks {
  const { base, elements, root } = measured
  const spots = pages.map(({ unit, line, top }): Spot | null => {
    const element = elements[unit]
    return line === 0 || element === undefined ? null : spotAt(base, element, top + 1)
  })
  const cells = pages.map(({ unit, line, top }) => {
    const element = elements[unit]
    if (line === 0 || element?.tagName !== 'TR') return []
    return [...element.children].map((cell) => spotAt(base, cell, top + 1))
  })
  const firsts = pages.map(({ unit }, p): HTMLElement | null => {
    const element = elements[unit]
    return element === undefined || spots[p] != null ? null : outermost(root, element)
  })
  const insets = pages.map(({ unit }, p): number => {
    const element = elements[unit]
    const holder = element === undefined ? undefined : holderOf(root, element, firsts[p] ?? null)
    return holder === undefined ? 0 : insetOf(base, holder)
  })
  const tables = pages.flatMap(({ unit }) => {
    return elements[unit]?.closest<HTMLElement>('tr')?.closest('table') ?? []
  })
  const columns = new Map(tables.map((table) => [table, columnsOf(table)]))
  return { pages, spots, cells, firsts, insets, columns, notes: noteSpots(base, pages, shape) }
}

function noteSpots(
  base: DOMRect,
  pages: readonly BrokenPage[],
  shape: PageShape,
): Map<string, (Spot | null)[]> {
  const found = new Map<string, (Spot | null)[]>()
  for (const part of pages.flatMap(({ notes }) => notes)) {
    const note = part.from === 0 ? null : document.getElementById(part.id)
    if (note === null) continue
    const at = start(base, note.getBoundingClientRect()) + part.from * shape.noteLine
    found.set(part.id, [...(found.get(part.id) ?? []), spotAt(base, note, at + 1)])
  }
  return found
}

/** The element in which a box before the first line of a page stands: within a block it is one of its lines, else it stands before it. */
function holderOf(root: HTMLElement, element: HTMLElement, first: HTMLElement | null): HTMLElement {
  if (first !== null) return first.parentElement ?? root
  if (element.tagName === 'TR') return element.closest('table')?.parentElement ?? root
  return isVertical() ? (element.parentElement ?? root) : element
}

/** How far in from the edge of the page the content of an element begins. */
function insetOf(base: DOMRect, element: Element): number {
  const style = getComputedStyle(element)
  const box = element.getBoundingClientRect()
  const across = isVertical() ? box.top - base.top : box.left - base.left
  return across + pixels(style.paddingInlineStart) + pixels(style.borderInlineStartWidth)
}

/** The highest ancestor that begins with an element. */
function outermost(root: HTMLElement, element: HTMLElement): HTMLElement {
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
