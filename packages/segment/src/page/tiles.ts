import type { Tile } from '@huijiao/model'
import { isWhite } from '@huijiao/text'
import type { Page } from './types.ts'

/** A stretch with its role, in code points of its source. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly role: Tile['role']
  readonly work?: string
}

/** Tiles a source with the marks given; what none covers is white space, or `other`. */
export function tilesOf(page: Page, marks: readonly Mark[]): Tile[] {
  const { file, points } = page.source
  const tiles: Tile[] = []
  let at = 0
  for (const mark of [...marks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    fill(tiles, file, points, at, mark.start)
    if (mark.end <= at) continue
    const start = Math.max(at, mark.start)
    tiles.push({ file, ...mark, start })
    at = mark.end
  }
  fill(tiles, file, points, at, points.length)
  return tiles
}

function fill(
  tiles: Tile[],
  file: string,
  points: readonly string[],
  from: number,
  to: number,
): void {
  if (from >= to) return
  const white = points.slice(from, to).every(isWhite)
  tiles.push({ file, start: from, end: to, role: white ? 'whitespace' : 'other' })
}
