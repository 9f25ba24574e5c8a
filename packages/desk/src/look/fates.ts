import type { Source, Tile } from '@huijiao/model'
import type { Look } from '../collation/look.ts'
import type { Fate } from '../protocol/views.ts'

/** What became of a stretch of a source; `unknown` as long as nothing was found. */
export interface Stretch extends Fate {
  readonly start: number
  readonly end: number
}

const known = new WeakMap<readonly Tile[], ReadonlyMap<string, readonly Tile[]>>()

/** The tiles of a source in order: together they are the whole of it. */
export function stretchesOf({ found }: Look, source: Source): readonly Stretch[] {
  if (found === null) return [{ start: 0, end: source.points.length, role: 'unknown' }]
  const { tiles } = found.segmentation
  let byFile = known.get(tiles)
  if (byFile === undefined) {
    byFile = byFileOf(tiles)
    known.set(tiles, byFile)
  }
  return byFile.get(source.file) ?? []
}

function byFileOf(tiles: readonly Tile[]): Map<string, Tile[]> {
  const byFile = new Map<string, Tile[]>()
  for (const tile of tiles) {
    const own = byFile.get(tile.file)
    if (own === undefined) byFile.set(tile.file, [tile])
    else own.push(tile)
  }
  for (const own of byFile.values()) own.sort((a, b) => a.start - b.start)
  return byFile
}

/** The index of the stretch that an offset lies in. */
export function stretchAt(stretches: readonly Stretch[], at: number): number {
  let [low, high] = [0, stretches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

export const fateOf = ({ role, work }: Stretch): Fate =>
  work === undefined || work === '' ? { role } : { role, work }
