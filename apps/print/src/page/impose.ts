import type { PageShape } from '../paginate/model.ts'
import { isVertical, pixels } from './axis.ts'
import { divide, insertLine } from './cut.ts'
import { divideNotes } from './cut-notes.ts'
import { divideRow, divideTable, fixColumns } from './cut-table.ts'
import type { Measured } from './galley.ts'
import type { Breaks } from './look.ts'

/**
 * Carries out the breaks of a document.
 *
 * Before the first line of each page stands a box as high as the rest of the page before, with that page's notes at
 * its bottom; within a paragraph it is a line of its own, so that the paragraph is never cut. Vertical paragraphs are parted: of one
 * over several pages the browser loses the links and takes the last page for the place of each part.
 */
export function impose(measured: Measured, breaks: Breaks, shape: PageShape): void {
  const { root } = measured
  const { pages } = breaks
  for (const [table, columns] of breaks.columns) fixColumns(table, columns)
  const parts = divideNotes(root, pages, breaks.notes)
  for (const [p, page] of [...pages.entries()].reverse()) {
    const notes = page.notes.flatMap((part) => parts.get(`${part.id} ${part.from}`) ?? [])
    const foot = footOf(shape.height - page.used, breaks.insets[p + 1] ?? 0, notes)
    const next = pages[p + 1]
    const element = next === undefined ? undefined : measured.elements[next.unit]
    if (element === undefined) endWith(root, foot, page.unit >= measured.elements.length)
    else begin(breaks, p + 1, element, foot)
  }
  root.querySelector('.foot-galley')?.remove()
}

/** What stands at the foot of a page: a box with its notes, and how much room there is. */
interface Foot {
  readonly box: HTMLElement
  readonly hasNotes: boolean
  /** In pixels. */
  readonly size: number
}

function footOf(size: number, inset: number, notes: readonly HTMLElement[]): Foot {
  const box = document.createElement('div')
  box.className = 'foot foot-notes'
  box.style.blockSize = `${Math.max(0, size - 0.25)}px`
  if (inset !== 0) box.style.marginInlineStart = `${-inset}px`
  if (notes.length > 0) {
    const rule = document.createElement('div')
    rule.className = 'foot-rule'
    box.append(rule, ...notes)
  }
  return { box, hasNotes: notes.length > 0, size }
}

/** Ends a document with the notes of its last pages; pages of notes alone come in order behind the last line. */
function endWith(root: HTMLElement, { box, hasNotes }: Foot, isPage: boolean): void {
  if (!hasNotes) return
  if (isPage) box.classList.add('page-top')
  const behind = root.querySelector('.foot-last')
  if (behind === null) root.append(box)
  else behind.before(box)
  box.classList.add('foot-last')
}

/** Begins a page with an element, or within it, behind the foot of the page before. */
function begin(
  { spots, cells, firsts }: Breaks,
  page: number,
  element: HTMLElement,
  foot: Foot,
): void {
  const spot = spots[page] ?? null
  const isRow = element.tagName === 'TR'
  const before = (block: HTMLElement): void => {
    if (foot.hasNotes) block.before(foot.box)
  }
  if (spot === null) {
    const first = firsts[page] ?? element
    markTop(first, element)
    before(isRow && first === element ? divideTable(element) : first)
  } else if (isRow) before(divideTable(divideRow(element, cells[page] ?? [])))
  else if (isVertical()) before(divide(element, spot))
  // Where no other line would fit, none has to be kept away.
  else if (foot.hasNotes || foot.size >= pixels(getComputedStyle(element).lineHeight)) {
    foot.box.classList.add('foot-within')
    insertLine(element, foot.box, spot)
  }
}

function markTop(first: HTMLElement, element: HTMLElement): void {
  for (let e: HTMLElement | null = element; e !== null; e = e === first ? null : e.parentElement)
    e.style.marginBlockStart = '0'
  first.classList.add('page-top')
}
