import { viewOf } from './sfnt.ts'

const NOTHING = 0
const END_MARK = 0xffff

/**
 * Reads which glyph each code point has from a `cmap` table: format 12 where there is one, else
 * format 4 (OpenType 1.9, “cmap”). Code points come in ascending order; those without a glyph are left out.
 */
export function readMapping(table: Uint8Array): ReadonlyMap<number, number> {
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
  if (groups !== undefined) return readGroups(view, groups)
  return segments === undefined ? new Map() : readSegments(view, segments)
}

function readGroups(view: DataView, offset: number): ReadonlyMap<number, number> {
  const mapping = new Map<number, number>()
  const count = view.getUint32(offset + 12)
  for (let index = 0; index < count; index += 1) {
    const group = offset + 16 + index * 12
    const first = view.getUint32(group)
    const last = view.getUint32(group + 4)
    const glyph = view.getUint32(group + 8)
    for (let point = first; point <= last; point += 1) set(mapping, point, glyph + point - first)
  }
  return mapping
}

function readSegments(view: DataView, offset: number): ReadonlyMap<number, number> {
  const mapping = new Map<number, number>()
  const doubled = view.getUint16(offset + 6)
  const ends = offset + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const ranges = deltas + doubled
  for (let at = 0; at < doubled; at += 2) {
    const first = view.getUint16(starts + at)
    const last = view.getUint16(ends + at)
    const delta = view.getUint16(deltas + at)
    const range = view.getUint16(ranges + at)
    for (let point = first; point <= last; point += 1) {
      if (range === 0) {
        set(mapping, point, (point + delta) & 0xffff)
        continue
      }
      const glyph = view.getUint16(ranges + at + range + (point - first) * 2)
      set(mapping, point, glyph === NOTHING ? NOTHING : (glyph + delta) & 0xffff)
    }
  }
  return mapping
}

function set(mapping: Map<number, number>, point: number, glyph: number): void {
  if (glyph !== NOTHING && point !== END_MARK) mapping.set(point, glyph)
}
