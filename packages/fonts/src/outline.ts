import { readMapping } from './cmap.ts'
import { FontError } from './errors.ts'
import type { Face } from './face.ts'
import { openFont } from './open.ts'
import type { Point } from './quadratic.ts'
import { readTables, type Tables, viewOf } from './sfnt.ts'
import { subset } from './subset.ts'

/** The shape of a character in font units, y upwards. */
export interface Outline {
  readonly advance: number
  readonly unitsPerEm: number
  /** Closed contours of quadratic curves; two neighbours off the curve imply a point between them. */
  readonly contours: readonly (readonly Point[])[]
}

const DEEPEST = 8
const [ON, X_SHORT, Y_SHORT, REPEAT, X_SAME, Y_SAME] = [1, 2, 4, 8, 16, 32]
const [WORDS, OFFSETS, SCALE, MORE, TWO_SCALES, MATRIX] = [1, 2, 8, 32, 64, 128]

/** The outlines of some characters of a face. */
export async function outlinesOfFace(
  face: Face,
  characters: string,
): Promise<(codePoint: number) => Outline> {
  // A TrueType face need not be cut down first.
  return outlinesOf(
    face.format === 'woff2' ? await subset(face, characters) : await openFont(face.file),
  )
}

/** Reads the outlines of a TrueType font, character by character (OpenType 1.9, “glyf”). */
export function outlinesOf(font: Uint8Array, name = 'font'): (codePoint: number) => Outline {
  const tables = readTables(font, name)
  const need = (tag: string): DataView => {
    const table = tables.get(tag)
    if (table === undefined) throw new FontError(name, `a ${tag} table`, 'none')
    return viewOf(table)
  }
  const mapping = readMapping(tables.get('cmap') ?? new Uint8Array(4))
  const metrics = need('hmtx')
  const full = need('hhea').getUint16(34)
  const unitsPerEm = need('head').getUint16(18)
  return (codePoint) => {
    const glyph = mapping.glyph(codePoint)
    return {
      advance: metrics.getUint16(Math.min(glyph, full - 1) * 4),
      unitsPerEm,
      contours: contoursOf(tables, glyph, 0),
    }
  }
}

function contoursOf(tables: Tables, glyph: number, depth: number): Point[][] {
  const glyf = tables.get('glyf')
  const loca = tables.get('loca')
  const head = tables.get('head')
  if (glyf === undefined || loca === undefined || head === undefined || depth > DEEPEST) return []
  const index = viewOf(loca)
  const long = viewOf(head).getInt16(50) === 1
  const at = (i: number) => (long ? index.getUint32(i * 4) : index.getUint16(i * 2) * 2)
  const [start, end] = [at(glyph), at(glyph + 1)]
  if (start === end) return []
  const view = viewOf(glyf.subarray(start, end))
  const count = view.getInt16(0)
  return count < 0 ? composite(tables, view, depth) : simple(view, count)
}

function simple(view: DataView, count: number): Point[][] {
  const ends = Array.from({ length: count }, (_, i) => view.getUint16(10 + i * 2))
  const total = (ends.at(-1) ?? -1) + 1
  let at = 10 + count * 2
  at += 2 + view.getUint16(at)
  const flags: number[] = []
  while (flags.length < total) {
    const flag = view.getUint8(at++)
    const times = (flag & REPEAT) === 0 ? 1 : view.getUint8(at++) + 1
    for (let i = 0; i < times; i += 1) flags.push(flag)
  }
  const read = (short: number, same: number): number[] => {
    let value = 0
    return flags.map((flag) => {
      if ((flag & short) !== 0)
        value += (flag & same) === 0 ? -view.getUint8(at++) : view.getUint8(at++)
      else if ((flag & same) === 0) {
        value += view.getInt16(at)
        at += 2
      }
      return value
    })
  }
  const xs = read(X_SHORT, X_SAME)
  const ys = read(Y_SHORT, Y_SAME)
  const points = flags.map(
    (flag, i): Point => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, on: (flag & ON) !== 0 }),
  )
  return ends.map((last, i) => points.slice((ends[i - 1] ?? -1) + 1, last + 1))
}

function composite(tables: Tables, view: DataView, depth: number): Point[][] {
  const contours: Point[][] = []
  let at = 10
  let flags = MORE
  while ((flags & MORE) !== 0) {
    flags = view.getUint16(at)
    const glyph = view.getUint16(at + 2)
    at += 4
    const words = (flags & WORDS) !== 0
    const [dx, dy] = words
      ? [view.getInt16(at), view.getInt16(at + 2)]
      : [view.getInt8(at), view.getInt8(at + 1)]
    at += words ? 4 : 2
    const f2dot14 = () => {
      at += 2
      return view.getInt16(at - 2) / 16384
    }
    let [a, b, c, d] = [1, 0, 0, 1]
    if ((flags & SCALE) !== 0) a = d = f2dot14()
    else if ((flags & TWO_SCALES) !== 0) [a, d] = [f2dot14(), f2dot14()]
    else if ((flags & MATRIX) !== 0) [a, b, c, d] = [f2dot14(), f2dot14(), f2dot14(), f2dot14()]
    const [ox, oy] = (flags & OFFSETS) === 0 ? [0, 0] : [dx, dy]
    for (const contour of contoursOf(tables, glyph, depth + 1))
      contours.push(
        contour.map(({ x, y, on }) => ({ x: a * x + c * y + ox, y: b * x + d * y + oy, on })),
      )
  }
  return contours
}
