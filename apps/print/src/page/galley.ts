import { selectorOf } from '@huijiao/hast/vocabulary'
import type { Galley, NoteExtent, Unit } from '../paginate/model.ts'
import { end, middle, pixels, start } from './axis.ts'
import { rowEnds } from './texts.ts'

/** A document laid out as one endless page, each line of it measured once. */
export interface Measured extends Galley {
  readonly root: HTMLElement
  /** Where the document stands: it is asked for once, since asking costs time. */
  readonly base: DOMRect
  /** By unit: its element. */
  readonly elements: readonly HTMLElement[]
  /** By unit: where each of its lines ends; more than the unit's own where it must not be broken. */
  readonly rows: readonly (readonly number[])[]
}

/** What stays whole on a page, if it is no longer than one. */
const MONOLITH = selectorOf('monolith')

/** What introduces: no page ends after it. */
const INTRODUCES = selectorOf('introduces')

/** What the rules of the parts of a row may take, in pixels. */
const RULES = 2

/**
 * The units of a document and its notes.
 *
 * @param extent of a page, in pixels: what else would stay whole may be broken if it is longer.
 */
export function measure(root: HTMLElement, extent: number): Measured {
  const base = root.getBoundingClientRect()
  const found = leavesOf(root).map((leaf) => unitOf(leaf, base, extent))
  const elements = found.map(({ element }) => element)
  const units = found.map(({ unit }) => unit)
  return {
    root,
    base,
    elements,
    units,
    rows: found.map(({ ends }) => ends),
    notes: notesOf(root, base, elements, units),
  }
}

interface Leaf {
  readonly element: HTMLElement
  readonly whole: boolean
}

/** The blocks that hold lines, in order. */
function leavesOf(parent: Element): Leaf[] {
  return [...parent.children].flatMap((child): Leaf[] => {
    if (!(child instanceof HTMLElement) || child.matches('.notes, .foot-galley')) return []
    if (child.getClientRects().length === 0) return []
    const whole = child.matches(MONOLITH)
    return whole || child.tagName === 'TR' || isLeaf(child)
      ? [{ element: child, whole }]
      : leavesOf(child)
  })
}

function isLeaf(element: Element): boolean {
  if (element.childElementCount === 0) return true
  return [...element.childNodes].some((n) =>
    n instanceof Text
      ? n.data.trim() !== ''
      : n instanceof Element && n.getClientRects().length > 0 && isInline(n),
  )
}

const isInline = (element: Element): boolean =>
  /^(inline|ruby|contents)/.test(getComputedStyle(element).display)

function unitOf(
  { element, whole }: Leaf,
  base: DOMRect,
  extent: number,
): { readonly element: HTMLElement; readonly unit: Unit; readonly ends: readonly number[] } {
  const rect = element.getBoundingClientRect()
  const [top, bottom] = [start(base, rect), end(base, rect)]
  const tall = bottom - top > extent
  const isRow = element.tagName === 'TR'
  const divisible = isRow && (tall || !whole)
  const ends = divisible ? cellRows(base, element) : rowEnds(base, element)
  const unit = {
    top,
    bottom,
    ends: (whole && !tall) || ends.length === 0 ? [bottom] : ends,
    keepWithNext: introduces(element),
    ...(isRow ? { lead: headOf(base, element) + (divisible ? RULES : 0) } : {}),
  }
  return { element, unit, ends }
}

/** Whether an element introduces, or ends what does. */
function introduces(element: HTMLElement): boolean {
  // Who signs does not stand alone overleaf.
  if (element.nextElementSibling?.matches('p.byline, p.dateline') === true) return true
  let last: Element = element
  while (!last.matches(INTRODUCES)) {
    const { parentElement } = last
    if (parentElement?.lastElementChild !== last || parentElement.matches('.doc')) return false
    last = parentElement
  }
  return true
}

/** Where the lines of a row of a table end: those of all its cells stand beside one another. */
function cellRows(base: DOMRect, row: HTMLElement): number[] {
  const rect = row.getBoundingClientRect()
  const cell = getComputedStyle(row.querySelector('td') ?? row)
  const [height, bottom] = [pixels(cell.lineHeight), end(base, rect)]
  const first = start(base, rect) + pixels(cell.paddingBlockStart) + height
  const count = Math.max(1, Math.floor((bottom - first) / height + 1.01))
  return Array.from({ length: count }, (_, i) =>
    i === count - 1 ? bottom : first + i * height + RULES,
  )
}

/** Height of the head that a table repeats above a row of its body. */
function headOf(base: DOMRect, row: HTMLElement): number {
  const head = row.closest('thead') === null ? row.closest('table')?.querySelector('thead') : null
  const rect = head?.getBoundingClientRect()
  return rect === undefined ? 0 : end(base, rect) - start(base, rect)
}

/** The notes of a document by the unit and line of their calls. */
function notesOf(
  root: HTMLElement,
  base: DOMRect,
  elements: readonly HTMLElement[],
  units: readonly Unit[],
): NoteExtent[] {
  const order = new Map(elements.map((e, i) => [e, i]))
  const noteLine = pixels(getComputedStyle(document.body).getPropertyValue('--small-line'))
  const notes = [...root.querySelectorAll<HTMLElement>('.foot-galley .note')].flatMap((note) => {
    const call = root.querySelector<HTMLElement>(
      `.note-call[href="#${CSS.escape(note.id)}"], .note-call[href="#${note.id}"]`,
    )
    let owner: HTMLElement | null = call
    while (owner !== null && !order.has(owner)) owner = owner.parentElement
    const unit = owner === null ? undefined : order.get(owner)
    if (call === null || unit === undefined) return []
    const at = middle(base, (call.closest('.bound') ?? call).getBoundingClientRect())
    const line = Math.max(0, units[unit]?.ends.findIndex((e) => e > at) ?? 0)
    const size = note.getBoundingClientRect()
    const lines = Math.max(1, Math.round((end(base, size) - start(base, size)) / noteLine))
    return [{ id: note.id, unit, line, lines }]
  })
  return notes.sort((a, b) => a.unit - b.unit || a.line - b.line)
}
