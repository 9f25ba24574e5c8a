import type { Point } from './quadratic.ts'
import { viewOf } from './sfnt.ts'

/** The box of a glyph in font units; all zero where it has no outline. */
export interface Box {
  readonly xMin: number
  readonly yMin: number
  readonly xMax: number
  readonly yMax: number
}

export interface Glyf {
  readonly glyf: Uint8Array
  /** Long offsets. */
  readonly loca: Uint8Array
  readonly boxes: readonly Box[]
  readonly maxPoints: number
  readonly maxContours: number
}

type Contours = readonly (readonly Point[])[]

/** Writes the `glyf` and `loca` tables of simple glyphs, without instructions. */
export function writeGlyphs(glyphs: readonly Contours[]): Glyf {
  const bodies = glyphs.map(writeGlyph)
  const loca = new Uint8Array((bodies.length + 1) * 4)
  const offsets = viewOf(loca)
  let offset = 0
  for (const [index, body] of bodies.entries()) {
    offset += body.length
    offsets.setUint32((index + 1) * 4, offset)
  }
  return {
    glyf: Buffer.concat(bodies),
    loca,
    boxes: glyphs.map(boxOf),
    maxPoints: Math.max(0, ...glyphs.map((contours) => contours.flat().length)),
    maxContours: Math.max(0, ...glyphs.map((contours) => contours.length)),
  }
}

function writeGlyph(contours: Contours): Uint8Array {
  if (contours.length === 0) return new Uint8Array()
  const points = contours.flat()
  const size = 10 + contours.length * 2 + 2 + points.length * 5
  const body = new Uint8Array((size + 3) & ~3)
  const view = viewOf(body)
  const box = boxOf(contours)
  view.setInt16(0, contours.length)
  view.setInt16(2, box.xMin)
  view.setInt16(4, box.yMin)
  view.setInt16(6, box.xMax)
  view.setInt16(8, box.yMax)
  let at = 10
  let end = -1
  for (const contour of contours) {
    end += contour.length
    view.setUint16(at, end)
    at += 2
  }
  at += 2
  for (const point of points) {
    view.setUint8(at, point.on ? 1 : 0)
    at += 1
  }
  for (const axis of ['x', 'y'] as const) {
    let last = 0
    for (const point of points) {
      view.setInt16(at, point[axis] - last)
      last = point[axis]
      at += 2
    }
  }
  return body
}

function boxOf(contours: Contours): Box {
  const points = contours.flat()
  if (points.length === 0) return { xMin: 0, yMin: 0, xMax: 0, yMax: 0 }
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  return {
    xMin: Math.min(...xs),
    yMin: Math.min(...ys),
    xMax: Math.max(...xs),
    yMax: Math.max(...ys),
  }
}
