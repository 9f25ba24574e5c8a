import type { Item } from './model.ts'
import { rowsOf } from './rows.ts'

/** How much of a line notes of two rows take: as much as the longer row of what stands of each on it. */
export class NoteRoom {
  private readonly items: readonly Item[]
  private begun = 0
  private length = 0

  constructor(items: readonly Item[]) {
    this.items = items
  }

  /** By how much the item at an index makes a line longer that has all before it from `from` on. */
  widthOf(at: number, from: number): number {
    const { items } = this
    const item = items[at]
    if (item?.note === undefined) return item?.width ?? 0
    if (at === from || items[at - 1]?.note !== item.note) {
      this.begun = at
      this.length = 0
    }
    const before = this.length
    this.length = Math.max(...rowsOf(cellsOf(items, this.begun, at + 1)).lengths)
    return this.length - before
  }
}

/** Characters of a note, from one index to before another. */
export const cellsOf = (items: readonly Item[], from: number, to: number) =>
  items.slice(from, to).map(({ text, width, kind }) => ({ text, width, call: kind === 'call' }))

/** The gaps of a line that can be widened: two characters of a note, one in each row, have one between them. */
export function gapsOf(items: readonly Item[], from: number, to: number): number {
  let gaps = 0
  for (let at = from + 1; at < to; at += 1) {
    const note = items[at]?.note
    gaps += note !== undefined && note === items[at - 1]?.note ? 1 / 2 : 1
  }
  return gaps
}
