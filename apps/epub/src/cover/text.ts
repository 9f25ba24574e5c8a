import type { Outline, Point, Run } from '@huijiao/fonts'
import type { Polygon } from './raster.ts'

/** Straight pieces that stand for one curve. */
const PIECES = 8

/** A line of text about a centre on a baseline, as polygons in pixels. */
export function textPolygons(
  runs: readonly Run[],
  outlines: ReadonlyMap<string, (codePoint: number) => Outline>,
  at: { readonly x: number; readonly y: number; readonly size: number },
): Polygon[] {
  const glyphs = runs.flatMap(({ face, text }) =>
    Array.from(text).flatMap((c) => {
      const outline = outlines.get(face.id)?.(c.codePointAt(0) ?? 0)
      return outline === undefined ? [] : [outline]
    }),
  )
  const widths = glyphs.map((glyph) => (glyph.advance * at.size) / glyph.unitsPerEm)
  let pen = at.x - widths.reduce((sum, width) => sum + width, 0) / 2
  return glyphs.flatMap((glyph, i) => {
    const scale = at.size / glyph.unitsPerEm
    const left = pen
    pen += widths[i] ?? 0
    return glyph.contours.map((contour) =>
      flatten(contour).map(([x, y]) => [left + x * scale, at.y - y * scale] as const),
    )
  })
}

/** A TrueType contour as a polygon. */
export function flatten(contour: readonly Point[]): Polygon {
  const polygon: [number, number][] = []
  const count = contour.length
  const get = (i: number): Point => contour[(i + count) % count] ?? { x: 0, y: 0, on: true }
  const between = (a: Point, b: Point): Point => ({
    x: (a.x + b.x) / 2,
    y: (a.y + b.y) / 2,
    on: true,
  })
  for (let i = 0; i < count; i += 1) {
    const point = get(i)
    if (point.on) {
      polygon.push([point.x, point.y])
      continue
    }
    const from = get(i - 1).on ? get(i - 1) : between(get(i - 1), point)
    const to = get(i + 1).on ? get(i + 1) : between(point, get(i + 1))
    for (let piece = 1; piece <= PIECES; piece += 1) {
      const t = piece / PIECES
      const u = 1 - t
      polygon.push([
        u * u * from.x + 2 * u * t * point.x + t * t * to.x,
        u * u * from.y + 2 * u * t * point.y + t * t * to.y,
      ])
    }
  }
  return polygon
}
