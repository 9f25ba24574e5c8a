import { at } from './at.ts'
import { Rows } from './rows.ts'

/** A gap longer than this, in tokens, is a lacuna: variants of the others inside it stay apart. */
const LACUNA = 24
/** Keys of a growing unit, from its end, that are compared with the next column. */
const MEMORY = 8

/** Units under construction, over distinct witnesses: flat arrays, one row of ends per unit. */
export interface Grouping {
  /** Ends of the spans, `width` per unit; a span begins where the one before it ended. */
  readonly ends: Int32Array
  readonly equal: readonly boolean[]
  /** Group given with the columns of each unit; see `Grouper.add`. */
  readonly groups: readonly number[]
}

export interface Grouper {
  /**
   * Adds a column.
   *
   * @param column by witness: key, or -1
   * @param gaps by witness: length of the gap this column lies in; read only where it has no key
   * @param group columns of different groups are never in one unit
   * @param wordEnds whether every witness has a new word here, or a name; asked only where it matters
   */
  add(column: Int32Array, gaps: Int32Array, group: number, wordEnds?: () => boolean): void
  /** Adds a column in which all agree. */
  addEqual(group: number): void
  finish(): Grouping
}

/**
 * Makes units of columns. Columns where all agree form one unit. Columns where they differ form one
 * unit as long as they belong together:
 * - the witnesses are parted in the same way, or more finely in one of two columns, and no word
 *   ends between them, or
 * - a gap runs through, and is no lacuna, or
 * - one witness has here what another had a few columns before (来信 against 信件).
 */
export function grouper(width: number): Grouper {
  const ends = new Rows(width)
  const equal: boolean[] = []
  const groups: number[] = []
  const position = new Int32Array(width)
  const slots = Array.from({ length: MEMORY }, () => new Int32Array(width))
  // The last columns of the open variant unit, oldest first.
  let recent: Int32Array[] = []
  let open = false
  let openEqual = false
  let openGroup = 0
  const close = (): void => {
    if (!open) return
    ends.push(position)
    equal.push(openEqual)
    groups.push(openGroup)
    open = false
  }
  const begin = (same: boolean, group: number): void => {
    open = true
    openEqual = same
    openGroup = group
    recent = []
  }
  const join = (same: boolean, group: number, belongs: boolean): void => {
    if (open && openEqual === same && openGroup === group && belongs) return
    close()
    begin(same, group)
  }
  const addEqual = (group: number): void => {
    join(true, group, true)
    for (let w = 0; w < width; w++) position[w] = at(position, w) + 1
  }
  const remember = (column: Int32Array): void => {
    const slot = (recent.length < MEMORY ? slots[recent.length] : recent.shift()) ?? column.slice()
    slot.set(column)
    recent.push(slot)
  }
  return {
    addEqual,
    add(column, gaps, group, wordEnds) {
      if (allSame(column)) return addEqual(group)
      const last = open && !openEqual && openGroup === group ? recent.at(-1) : undefined
      join(false, group, last !== undefined && belong(last, column, gaps, recent, wordEnds))
      remember(column)
      for (let w = 0; w < width; w++) if (at(column, w) >= 0) position[w] = at(position, w) + 1
    },
    finish() {
      close()
      return { ends: ends.all(), equal, groups }
    },
  }
}

function allSame(column: Int32Array): boolean {
  const first = at(column, 0)
  if (first < 0) return false
  for (let w = 1; w < column.length; w++) if (at(column, w) !== first) return false
  return true
}

function belong(
  last: Int32Array,
  next: Int32Array,
  gaps: Int32Array,
  recent: readonly Int32Array[],
  wordEnds: (() => boolean) | undefined,
): boolean {
  for (let w = 0; w < next.length; w++) {
    if (at(last, w) < 0 && at(next, w) < 0 && at(gaps, w) <= LACUNA) return true
  }
  if (crossing(recent, next) || replaced(last, next)) return true
  return nested(last, next) && wordEnds?.() !== true
}

/** Whether one witness lacks the first column and another the second, and it is no word against another. */
function replaced(a: Int32Array, b: Int32Array): boolean {
  let first = false
  let second = false
  for (let w = 0; w < a.length; w++) {
    if (at(a, w) < 0 && at(b, w) >= 0) first = true
    if (at(a, w) >= 0 && at(b, w) < 0) second = true
  }
  return first && second && !(pure(a) && pure(b))
}

function pure(column: Int32Array): boolean {
  let key = -1
  for (let w = 0; w < column.length; w++) {
    const here = at(column, w)
    if (here < 0) continue
    if (key >= 0 && here !== key) return false
    key = here
  }
  return true
}

/** Whether witnesses that agree in one of the columns always agree in the other. */
function nested(a: Int32Array, b: Int32Array): boolean {
  let within = true
  let without = true
  for (let v = 0; v < a.length; v++) {
    for (let w = v + 1; w < a.length; w++) {
      const together = at(a, v) === at(a, w)
      const alsoTogether = at(b, v) === at(b, w)
      if (together && !alsoTogether) within = false
      if (alsoTogether && !together) without = false
    }
  }
  return within || without
}

function crossing(recent: readonly Int32Array[], next: Int32Array): boolean {
  for (const column of recent) {
    for (let v = 0; v < next.length; v++) {
      const key = at(column, v)
      if (key < 0) continue
      for (let w = 0; w < next.length; w++) if (w !== v && at(next, w) === key) return true
    }
  }
  return false
}
