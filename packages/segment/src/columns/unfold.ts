import type { Segmentation, Source } from '@huijiao/model'
import { countNgrams } from '../match/ngrams.ts'
import { pageOf } from '../page/atoms.ts'
import type { Parting, Slice } from '../page/slices.ts'
import { columnsAbreast } from './abreast.ts'
import { linesAlternating } from './alternating.ts'

/** A source with columns that stand beside each other, or take turns line by line, one after the other. */
export interface Unfolded {
  readonly source: Source
  /** By place in this source the place in the raw one, -1 for line ends set in; null where nothing is moved. */
  readonly places: Int32Array | null
  /** Places of the raw source before which columns were taken apart. */
  readonly partings: ReadonlyMap<number, Parting>
}

/** Columns beside columns are taken apart one by one, so many at most. */
const MOST = 5

/**
 * Puts columns that share lines, or alternate line by line, one after the other, so that what belongs
 * together stands together. Every character of a source stands in the result once.
 */
export function unfold(sources: readonly Source[]): Unfolded[] {
  const parted = sources.map(partAbreast)
  // What the sources themselves have of runs of characters is counted where a first look finds columns by turns.
  if (parted.every(({ source }) => linesAlternating(source, null) === null)) return parted
  const model = countNgrams(parted.map(({ source }, index) => pageOf(source, index, [])))
  return parted.map((unfolded) => {
    const slices = linesAlternating(unfolded.source, model)
    return slices === null ? unfolded : rearrange(unfolded, slices)
  })
}

function partAbreast(source: Source): Unfolded {
  let unfolded: Unfolded = { source, places: null, partings: new Map() }
  for (let round = 0; round < MOST; round++) {
    const slices = columnsAbreast(unfolded.source)
    if (slices === null) break
    unfolded = rearrange(unfolded, slices)
  }
  return unfolded
}

function rearrange(
  { source, places, partings: known }: Unfolded,
  slices: readonly Slice[],
): Unfolded {
  const points: string[] = []
  const moved: number[] = []
  const partings = new Map(known)
  for (const { start, end, closed, apart } of slices) {
    if (apart !== undefined && end > start) {
      partings.set(places === null ? start : (places[start] ?? -1), apart)
    }
    for (let at = start; at < end; at++) {
      points.push(source.points[at] ?? '')
      moved.push(places === null ? at : (places[at] ?? -1))
    }
    if (!closed) continue
    points.push('\n')
    moved.push(-1)
  }
  const lineStarts = [0]
  for (let at = 0; at < points.length; at++) {
    const point = points[at]
    if (point === '\n' || (point === '\r' && points[at + 1] !== '\n')) lineStarts.push(at + 1)
  }
  const text = points.join('')
  return {
    source: { ...source, text, points, lineStarts },
    places: Int32Array.from(moved),
    partings,
  }
}

/** The places of an unfolded source before which columns were taken apart, in order. */
export function partingsOf({ places, partings }: Unfolded): [at: number, parting: Parting][] {
  if (places === null || partings.size === 0) return []
  return Array.from(places.entries()).flatMap(([at, raw]): [number, Parting][] => {
    const parting = partings.get(raw)
    return parting === undefined ? [] : [[at, parting]]
  })
}

/** A segmentation of unfolded sources with all its places as the raw files have them. */
export function fold(found: Segmentation, unfolded: readonly Unfolded[]): Segmentation {
  const places = new Map(
    unfolded.flatMap(({ source, places: own }): [string, Int32Array][] =>
      own === null ? [] : [[source.file, own]],
    ),
  )
  if (places.size === 0) return found
  const back = <T extends { readonly start: number; readonly end: number }>(
    file: string,
    span: T,
  ): T => {
    const own = places.get(file)
    if (own === undefined) return span
    const [first, last] = rawEnds(own, span.start, span.end)
    return { ...span, start: first, end: last + 1 }
  }
  return {
    works: found.works.map((work) => ({
      ...work,
      texts: work.texts.map((text) => ({
        ...text,
        blocks: text.blocks.map((block) => ({
          ...block,
          parts: block.parts.map((part) => back(text.file, part)),
        })),
      })),
    })),
    tiles: foldTiles(found.tiles, places),
    doubts: found.doubts.map((doubt) => ({
      ...doubt,
      place: widen(doubt.place, places.get(doubt.place.file)),
    })),
  }
}

/** The first and the last raw place of a span that lies in one piece. */
function rawEnds(places: Int32Array, start: number, end: number): [number, number] {
  let [from, to] = [start, end - 1]
  while (from < to && (places[from] ?? -1) < 0) from++
  while (to > from && (places[to] ?? -1) < 0) to--
  return [places[from] ?? 0, places[to] ?? 0]
}

/** The least stretch of the raw file that holds all of a span. */
function widen<T extends { readonly start: number; readonly end: number }>(
  span: T,
  places: Int32Array | undefined,
): T {
  if (places === undefined) return span
  let [start, end] = [Number.POSITIVE_INFINITY, 0]
  for (let at = span.start; at < span.end; at++) {
    const raw = places[at] ?? -1
    if (raw < 0) continue
    start = Math.min(start, raw)
    end = Math.max(end, raw + 1)
  }
  return Number.isFinite(start) ? { ...span, start, end } : { ...span, start: 0, end: 0 }
}

/** Tiles cut where the raw file parts them, in its order; white space that then lies together is one. */
function foldTiles(
  tiles: Segmentation['tiles'],
  places: ReadonlyMap<string, Int32Array>,
): Segmentation['tiles'] {
  const files = [...new Set(tiles.map(({ file }) => file))]
  return files.flatMap((file) => {
    const own = tiles.filter((tile) => tile.file === file)
    const moved = places.get(file)
    if (moved === undefined) return own
    const parts = own.flatMap((tile) => {
      const runs: { start: number; end: number }[] = []
      for (let at = tile.start; at < tile.end; at++) {
        const raw = moved[at] ?? -1
        const last = runs.at(-1)
        if (raw < 0) continue
        if (last !== undefined && last.end === raw) last.end++
        else runs.push({ start: raw, end: raw + 1 })
      }
      return runs.map((run) => ({ ...tile, ...run }))
    })
    parts.sort((a, b) => a.start - b.start)
    const merged: (typeof parts)[number][] = []
    for (const tile of parts) {
      const last = merged.at(-1)
      if (last?.role === 'whitespace' && tile.role === 'whitespace' && last.end === tile.start) {
        merged[merged.length - 1] = { ...last, end: tile.end }
      } else merged.push(tile)
    }
    return merged
  })
}
