import { along } from './axis.ts'
import { contentsAfter } from './cut.ts'
import type { Spot } from './texts.ts'

const cellsOf = (row: Element): HTMLElement[] => [
  ...row.querySelectorAll<HTMLElement>(':scope > *'),
]

/** The widths of the columns of a table, in pixels. */
export function columnsOf(table: HTMLElement): readonly number[] {
  const first = table.querySelector('tr')
  return first === null ? [] : cellsOf(first).map((cell) => along(cell.getBoundingClientRect()))
}

/** Fixes the widths of columns, so that the parts of a table have the same. */
export function fixColumns(table: HTMLElement, columns: readonly number[]): void {
  table.style.tableLayout = 'fixed'
  for (const row of table.querySelectorAll('tr')) {
    for (const [i, cell] of cellsOf(row).entries()) {
      cell.style.boxSizing = 'border-box'
      cell.style.inlineSize = `${columns[i] ?? 0}px`
    }
  }
}

/** Parts a row of a table at a place in each of its cells; gives the second part. */
export function divideRow(row: HTMLElement, spots: readonly (Spot | null)[]): HTMLElement {
  const rest = row.cloneNode(false) as HTMLElement
  rest.removeAttribute('id')
  for (const [i, cell] of cellsOf(row).entries()) {
    const second = cell.cloneNode(false) as HTMLElement
    second.removeAttribute('id')
    const spot = spots[i]
    if (spot != null) {
      second.append(contentsAfter(cell, spot))
      const begun = spot.offset > 0 ? second.firstElementChild : null
      if (begun instanceof HTMLElement && begun.tagName === 'P') begun.style.textIndent = '0'
    }
    cell.style.paddingBlockEnd = '0'
    second.style.paddingBlockStart = '0'
    rest.append(second)
  }
  row.after(rest)
  return rest
}

/** Makes the rows from one on a table of their own, under the same head; gives it. */
export function divideTable(row: HTMLElement): HTMLElement {
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
