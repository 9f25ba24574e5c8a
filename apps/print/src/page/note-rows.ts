import { secondRow } from '../lines/rows.ts'
import { pixels } from './axis.ts'
import type { Source } from './items.ts'

/**
 * Sets characters of a note within the line that stand on one line as two rows of it; gives the box that holds them.
 *
 * @param sources those characters in order, with the calls among them.
 */
export function setRows(sources: readonly Source[]): HTMLElement | undefined {
  const letters = sources.filter(({ kind }) => kind !== 'call')
  const [first] = letters
  const last = sources.at(-1)
  if (first === undefined || last === undefined) return undefined
  const em = pixels(getComputedStyle(first.owner).fontSize)
  const columns = Math.ceil(letters.length / 2)
  const second = secondRow(letters.map(({ text }) => text))
  const box = document.createElement('span')
  box.className = 'note-rows'
  box.style.inlineSize = `${columns * em}px`
  const opening = letters[second]
  const rest = opening === undefined ? undefined : taken(opening, last)
  const before = opening === undefined ? last : (sources[sources.indexOf(opening) - 1] ?? first)
  const range = rangeOf(first, before)
  box.append(rowOf(range.extractContents(), second, columns, em))
  if (rest !== undefined) box.append(rowOf(rest, letters.length - second, columns, em))
  range.insertNode(box)
  return box
}

/** One row; more characters than columns stand closer. */
function rowOf(content: DocumentFragment, count: number, columns: number, em: number): HTMLElement {
  const row = document.createElement('span')
  row.append(content)
  if (count > columns) row.style.letterSpacing = `${-(em * (count - columns)) / count}px`
  return row
}

const taken = (from: Source, to: Source): DocumentFragment => rangeOf(from, to).extractContents()

function rangeOf(from: Source, to: Source): Range {
  const range = document.createRange()
  range.setStart(from.node, from.from)
  range.setEnd(to.node, to.to)
  return range
}
