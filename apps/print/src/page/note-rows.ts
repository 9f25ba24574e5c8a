import { secondRow } from '../lines/rows.ts'
import type { Source } from './items.ts'
import { rangeOf } from './range.ts'

/** A character of a note, or a call among them, and its own width in pixels. */
export interface NoteCell {
  readonly source: Source
  readonly width: number
}

/**
 * Sets characters of a note within the line that stand on one line as two rows of it; gives the box that holds them.
 *
 * @param cells in order.
 */
export function setRows(cells: readonly NoteCell[]): HTMLElement | undefined {
  const letters = cells.filter(({ source }) => source.kind !== 'call')
  const [first, last] = [letters[0]?.source, cells.at(-1)?.source]
  if (first === undefined || last === undefined) return undefined
  const length = Math.max(widthOf(letters) / 2, ...letters.map(({ width }) => width))
  const second = secondRow(letters.map(({ source, width }) => ({ text: source.text, width })))
  const box = document.createElement('span')
  box.className = 'note-rows'
  box.style.inlineSize = `${length}px`
  const opening = letters[second]
  const rest = opening === undefined ? undefined : taken(opening.source, last)
  const before = opening === undefined ? undefined : cells[cells.indexOf(opening) - 1]
  const range = rangeFrom(first, before?.source ?? last)
  box.append(rowOf(range.extractContents(), letters.slice(0, second), length))
  if (rest !== undefined) box.append(rowOf(rest, letters.slice(second), length))
  range.insertNode(box)
  return box
}

const widthOf = (cells: readonly NoteCell[]): number =>
  cells.reduce((sum, { width }) => sum + width, 0)

/** One row; what is longer than the box stands closer. */
function rowOf(content: DocumentFragment, cells: readonly NoteCell[], length: number): HTMLElement {
  const row = document.createElement('span')
  row.append(content)
  const over = widthOf(cells) - length
  if (over > 0) row.style.letterSpacing = `${-over / cells.length}px`
  return row
}

const taken = (from: Source, to: Source): DocumentFragment => rangeFrom(from, to).extractContents()

const rangeFrom = (from: Source, to: Source): Range =>
  rangeOf({ node: from.node, offset: from.from }, { node: to.node, offset: to.to })
