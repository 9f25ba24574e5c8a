import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toContours } from '../src/quadratic.ts'

const coordinate = fc.integer({ min: -1000, max: 1000 })

test('quadratic pieces stay within a unit and a half of the cubic', () => {
  fc.assert(
    fc.property(fc.array(coordinate, { minLength: 8, maxLength: 8 }), (n) => {
      const [x0 = 0, y0 = 0, ...rest] = n
      const [contour = []] = toContours([
        { command: 'moveTo', args: [x0, y0] },
        { command: 'bezierCurveTo', args: rest },
        { command: 'closePath', args: [] },
      ])
      const ends = [...contour].reverse().filter((point) => point.on)
      const pieces = contour.filter((point) => !point.on).length
      for (const [index, end] of ends.entries()) {
        if (index > pieces) break
        const t = index / pieces
        const u = 1 - t
        const on = (a: number, b: number, c: number, d: number) =>
          u ** 3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t ** 3 * d
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = rest
        expect(Math.hypot(end.x - on(x0, x1, x2, x3), end.y - on(y0, y1, y2, y3))).toBeLessThan(1.5)
      }
    }),
    { seed: 6, numRuns: 300 },
  )
})

test('contours close without repeating a point and turn round', () => {
  const square = [
    { command: 'moveTo', args: [0, 0] },
    { command: 'lineTo', args: [10, 0] },
    { command: 'lineTo', args: [10, 10] },
    { command: 'lineTo', args: [0, 0] },
    { command: 'closePath', args: [] },
  ]
  expect(toContours(square)).toEqual([
    [
      { x: 10, y: 10, on: true },
      { x: 10, y: 0, on: true },
      { x: 0, y: 0, on: true },
    ],
  ])
})
