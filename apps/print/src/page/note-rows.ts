import type { Item } from '../lines/model.ts'
import { cellsOf } from '../lines/note-room.ts'
import { rowsOf } from '../lines/rows.ts'
import type { Source } from './items.ts'
import { rangeOf } from './range.ts'
import { squeeze } from './wrap.ts'

/** What stands of a note within the line on one line: its pieces, `from` to before `to`. */
export interface NotePart {
  readonly from: number
  readonly to: number
  /** Room that it is to take beyond its own, in pixels. */
  readonly slack: number
  /** Whether nothing else stands on the line: both rows then end with it. */
  readonly alone: boolean
}

/** Sets a part of a note as two rows of its line; gives the box that holds them. */
export function setRows(
  sources: readonly Source[],
  items: readonly Item[],
  { from, to, slack, alone }: NotePart,
): HTMLElement | undefined {
  const { second, lengths } = rowsOf(cellsOf(items, from, to))
  const [first, opening, last] = [sources[from], sources[from + second], sources[to - 1]]
  const before = sources[from + second - 1]
  if (first === undefined || before === undefined || last === undefined) return undefined
  const longer = Math.max(...lengths)
  const box = document.createElement('span')
  box.className = 'note-rows'
  box.style.inlineSize = `${longer + slack}px`
  // The second row is taken out first: the places of the first stay as they are.
  const rest = opening === undefined ? undefined : rangeFrom(opening, last).extractContents()
  const range = rangeFrom(first, before)
  const rows = [rowOf(range.extractContents(), sources.slice(from, from + second))]
  if (rest !== undefined) rows.push(rowOf(rest, sources.slice(from + second, to)))
  for (const [i, row] of rows.entries())
    if (slack > 0 && (alone || lengths[i] === longer)) row.style.textAlignLast = 'justify'
  box.append(...rows)
  range.insertNode(box)
  return box
}

/** One row: its marks beside others without their blank halves. */
function rowOf(content: DocumentFragment, sources: readonly Source[]): HTMLElement {
  const row = document.createElement('span')
  row.append(content)
  let before = sources.reduce((sum, { text }) => sum + text.length, 0)
  for (const { text, paired } of [...sources].reverse()) {
    before -= text.length
    if (paired === true) squeezeAt(row, before, text.length)
  }
  return row
}

/** Squeezes the mark before which so much text stands in a row. */
function squeezeAt(row: HTMLElement, offset: number, length: number): void {
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
  let at = offset
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    if (at < node.length) {
      squeeze({ node, from: at, to: at + length })
      return
    }
    at -= node.length
  }
}

const rangeFrom = (from: Source, to: Source): Range =>
  rangeOf({ node: from.node, offset: from.from }, { node: to.node, offset: to.to })
