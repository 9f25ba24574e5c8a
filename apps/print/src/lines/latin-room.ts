import type { Item } from './model.ts'

/** Widest space within Latin text, and widest gap between it and Han, in ems (clreq, Inter-Character Space Expansion). */
export const [WIDEST_SPACE, WIDEST_GAP] = [1 / 2, 1 / 3]

/** How much the spaces and the gaps of Latin text in a line can take before anything else is loosened, in pixels. */
export class LatinRoom {
  spaces = 0
  gaps = 0
  private readonly em: number

  constructor(em: number) {
    this.em = em
  }

  /** Adds an item of the line; its first one can take nothing. */
  add({ kind, width, gap }: Item): void {
    if (kind === 'space') this.spaces += Math.max(0, WIDEST_SPACE * this.em - width)
    else if (gap > 0) this.gaps += Math.max(0, WIDEST_GAP * this.em - gap)
  }
}

/** The same of all items of a line, `from` to before `to`. */
export function latinRoom(
  items: readonly Item[],
  { from, to }: { readonly from: number; readonly to: number },
  em: number,
): LatinRoom {
  const room = new LatinRoom(em)
  for (const item of items.slice(from + 1, to)) room.add(item)
  return room
}
