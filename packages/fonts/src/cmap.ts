import { viewOf } from './sfnt.ts'

/** Glyph 0, which stands for a character that a font lacks (OpenType 1.9, “cmap”). */
const NOTHING = 0
const END_MARK = 0xffff

/** Which glyph each code point has. */
export interface Mapping {
  /** 0 where there is none. */
  readonly glyph: (codePoint: number) => number
  /** Mapped code points, ascending. */
  readonly codePoints: () => readonly number[]
}

/**
 * Reads a `cmap` table: format 12 where there is one, else format 4 (OpenType 1.9, “cmap”). Nothing is
 * unfolded until it is asked for: a Chinese face maps tens of thousands of code points.
 */
export function readMapping(table: Uint8Array): Mapping {
  const view = viewOf(table)
  let segments: number | undefined
  let groups: number | undefined
  for (let index = 0; index < view.getUint16(2); index += 1) {
    const record = 4 + index * 8
    const platform = view.getUint16(record)
    if (platform !== 0 && platform !== 3) continue
    const offset = view.getUint32(record + 4)
    const format = view.getUint16(offset)
    if (format === 4) segments ??= offset
    if (format === 12) groups ??= offset
  }
  if (groups !== undefined) return inGroups(view, groups)
  if (segments !== undefined) return inSegments(view, segments)
  return { glyph: () => NOTHING, codePoints: () => [] }
}

function inGroups(view: DataView, offset: number): Mapping {
  const count = view.getUint32(offset + 12)
  const at = (index: number) => offset + 16 + index * 12
  return mapping(
    count,
    (index) => view.getUint32(at(index)),
    (index) => view.getUint32(at(index) + 4),
    (index, codePoint) => view.getUint32(at(index) + 8) + codePoint - view.getUint32(at(index)),
  )
}

function inSegments(view: DataView, offset: number): Mapping {
  const doubled = view.getUint16(offset + 6)
  const ends = offset + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const ranges = deltas + doubled
  return mapping(
    doubled / 2,
    (index) => view.getUint16(starts + index * 2),
    (index) => view.getUint16(ends + index * 2),
    (index, codePoint) => {
      if (codePoint === END_MARK) return NOTHING
      const delta = view.getUint16(deltas + index * 2)
      const range = view.getUint16(ranges + index * 2)
      if (range === 0) return (codePoint + delta) & 0xffff
      const first = view.getUint16(starts + index * 2)
      const glyph = view.getUint16(ranges + index * 2 + range + (codePoint - first) * 2)
      return glyph === NOTHING ? NOTHING : (glyph + delta) & 0xffff
    },
  )
}

/** A mapping by runs of code points, which lie in ascending order. */
function mapping(
  count: number,
  first: (index: number) => number,
  last: (index: number) => number,
  glyph: (index: number, codePoint: number) => number,
): Mapping {
  return {
    glyph(codePoint) {
      let low = 0
      let high = count
      while (low < high) {
        const middle = (low + high) >> 1
        if (last(middle) < codePoint) low = middle + 1
        else high = middle
      }
      return low < count && first(low) <= codePoint ? glyph(low, codePoint) : NOTHING
    },
    codePoints() {
      const found: number[] = []
      for (let index = 0; index < count; index += 1)
        for (let codePoint = first(index); codePoint <= last(index); codePoint += 1)
          if (glyph(index, codePoint) !== NOTHING) found.push(codePoint)
      return found
    },
  }
}
