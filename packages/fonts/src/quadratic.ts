/** A point of a TrueType contour, in font units. */
export interface Point {
  readonly x: number
  readonly y: number
  readonly on: boolean
}

/** A drawing command of a parsed glyph: `moveTo`, `lineTo`, curves, `closePath`. */
export interface Command {
  readonly command: string
  readonly args: readonly number[]
}

/** Half a unit of a 1000-unit em: below what rounding to the grid changes. */
const TOLERANCE = 0.5

/**
 * Turns outlines of cubic curves into closed TrueType contours of quadratic ones,
 * wound clockwise as TrueType has it.
 *
 * A cubic is cut into n equal pieces, each replaced by the quadratic through its
 * ends; the greatest distance between the two is √3/36 · |p3 − 3p2 + 3p1 − p0| / n³,
 * and n is the least for which that is within half a unit.
 */
export function toContours(commands: readonly Command[]): readonly (readonly Point[])[] {
  const contours: Point[][] = []
  let contour: Point[] = []
  let x = 0
  let y = 0
  const close = () => {
    if (contour.length > 1) contours.push(tidy(contour))
    contour = []
  }
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
    if (command === 'moveTo') {
      close()
      contour.push(point(a, b, true))
      ;[x, y] = [a, b]
    } else if (command === 'lineTo') {
      contour.push(point(a, b, true))
      ;[x, y] = [a, b]
    } else if (command === 'quadraticCurveTo') {
      contour.push(point(a, b, false), point(c, d, true))
      ;[x, y] = [c, d]
    } else if (command === 'bezierCurveTo') {
      contour.push(...cubic([x, y], [a, b], [c, d], [e, f]))
      ;[x, y] = [e, f]
    } else close()
  }
  close()
  return contours
}

type Pair = readonly [number, number]

function cubic(p0: Pair, p1: Pair, p2: Pair, p3: Pair): Point[] {
  const bend = [0, 1].map((axis) => {
    const at = (p: Pair) => p[axis] ?? 0
    return at(p3) - 3 * at(p2) + 3 * at(p1) - at(p0)
  })
  const error = (Math.sqrt(3) / 36) * Math.hypot(...bend)
  const pieces = Math.max(1, Math.ceil(Math.cbrt(error / TOLERANCE)))
  const points: Point[] = []
  for (let index = 0; index < pieces; index += 1) {
    const from = index / pieces
    const to = (index + 1) / pieces
    const third = (to - from) / 3
    const [sx, sy] = at(from, p0, p1, p2, p3)
    const [ex, ey] = at(to, p0, p1, p2, p3)
    const [sdx, sdy] = slope(from, p0, p1, p2, p3)
    const [edx, edy] = slope(to, p0, p1, p2, p3)
    const control = (s: number, ds: number, e: number, de: number) =>
      (3 * (s + ds * third + e - de * third) - s - e) / 4
    points.push(
      point(control(sx, sdx, ex, edx), control(sy, sdy, ey, edy), false),
      point(ex, ey, true),
    )
  }
  return points
}

function at(t: number, p0: Pair, p1: Pair, p2: Pair, p3: Pair): Pair {
  const u = 1 - t
  const on = (axis: 0 | 1) =>
    u * u * u * p0[axis] +
    3 * u * u * t * p1[axis] +
    3 * u * t * t * p2[axis] +
    t * t * t * p3[axis]
  return [on(0), on(1)]
}

function slope(t: number, p0: Pair, p1: Pair, p2: Pair, p3: Pair): Pair {
  const u = 1 - t
  const on = (axis: 0 | 1) =>
    3 * u * u * (p1[axis] - p0[axis]) +
    6 * u * t * (p2[axis] - p1[axis]) +
    3 * t * t * (p3[axis] - p2[axis])
  return [on(0), on(1)]
}

function point(x: number, y: number, on: boolean): Point {
  return { x: Math.round(x), y: Math.round(y), on }
}

/** Drops a last point that repeats the first, and turns the winding round. */
function tidy(contour: readonly Point[]): Point[] {
  const first = contour[0]
  const last = contour.at(-1)
  const closed =
    first !== undefined && last !== undefined && last.on && last.x === first.x && last.y === first.y
      ? contour.slice(0, -1)
      : contour
  return [...closed].reverse()
}
