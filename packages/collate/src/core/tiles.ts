import { at } from './at.ts'
import { alignExactly, type Stretch, type Task } from './exact.ts'
import { before } from './profile.ts'

/** Side of a tile, and the part of it that is kept, in tokens. */
const SIDE = 192
const KEPT = 128
/** Share of the kept tokens that must agree with their column for the next tile to be tried. */
const LIKENESS = 0.4

/**
 * Aligns a long stretch that has no anchors, such as a formula repeated a thousand times, in linear
 * time: tile after tile from the left, each exact within itself, as long as the texts are alike; the
 * same from the right; what is left between is unrelated and stays unmatched.
 */
export function alignTiles(task: Task, stretch: Stretch): void {
  let rest = stretch
  for (const step of [fromLeft, fromRight]) {
    for (let next = step(task, rest); next !== undefined; next = step(task, rest)) rest = next
  }
  const { c1, p0, p1 } = rest
  if (p0 < p1) task.places.fill(before(c1), p0, p1)
}

/** Aligns one tile at the left; gives what remains, or nothing if the texts are not alike there. */
function fromLeft(task: Task, { c0, c1, p0, p1 }: Stretch): Stretch | undefined {
  if (c0 >= c1 || p0 >= p1) return undefined
  const tile = { c0, c1: Math.min(c1, c0 + SIDE), p0, p1: Math.min(p1, p0 + SIDE) }
  alignExactly(task, tile, 'end')
  const limitToken = tile.p1 === p1 ? p1 : p0 + KEPT
  const limitColumn = tile.c1 === c1 ? c1 : c0 + KEPT
  let token = p0
  let column = c0
  let alike = 0
  for (let p = p0; p < limitToken; p++) {
    const c = at(task.places, p)
    if (c >= limitColumn) break
    if (c < 0) continue
    token = p + 1
    column = c + 1
    if (agrees(task, p, c)) alike++
  }
  if (token === p0 || alike < LIKENESS * (token - p0)) return undefined
  return { c0: column, c1, p0: token, p1 }
}

function fromRight(task: Task, { c0, c1, p0, p1 }: Stretch): Stretch | undefined {
  if (c0 >= c1 || p0 >= p1) return undefined
  const tile = { c0: Math.max(c0, c1 - SIDE), c1, p0: Math.max(p0, p1 - SIDE), p1 }
  alignExactly(task, tile, 'start')
  const limitToken = tile.p0 === p0 ? p0 : p1 - KEPT
  const limitColumn = tile.c0 === c0 ? c0 : c1 - KEPT
  let token = p1
  let column = c1
  let alike = 0
  for (let p = p1 - 1; p >= limitToken; p--) {
    const c = at(task.places, p)
    if (c < 0) continue
    if (c < limitColumn) break
    token = p
    column = c
    if (agrees(task, p, c)) alike++
  }
  if (token === p1 || alike < LIKENESS * (p1 - token)) return undefined
  return { c0, c1: column, p0, p1: token }
}

/** Whether a thread has the token's key in the column. */
function agrees(task: Task, token: number, column: number): boolean {
  const key = at(task.keys, token)
  for (const thread of task.profile.threads) {
    const cell = at(thread.cells, column)
    if (cell >= 0 && at(thread.keys, cell) === key) return true
  }
  return false
}
