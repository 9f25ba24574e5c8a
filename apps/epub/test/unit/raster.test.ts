import { inflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { png } from '../../src/cover/png.ts'
import { canvas, type Polygon } from '../../src/cover/raster.ts'
import { flatten } from '../../src/cover/text.ts'

/** How dark each pixel is, white 0, black 1. */
function ink(width: number, height: number, polygons: readonly Polygon[]): number[] {
  const page = canvas(width, height, [255, 255, 255])
  page.fill(polygons, [0, 0, 0])
  const { pixels, palette } = page.picture()
  return Array.from(pixels, (index) => 1 - (palette[index]?.[0] ?? 255) / 255)
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

test('a rectangle fills whole pixels wholly and parts in part', () => {
  const box: Polygon = [
    [1, 1],
    [3.5, 1],
    [3.5, 2],
    [1, 2],
  ]
  const got = ink(5, 3, [box])
  expect(got.slice(5, 10).map((v) => Math.round(v * 100))).toEqual([0, 100, 100, 50, 0])
  expect(sum([...got.slice(0, 5), ...got.slice(10)])).toBe(0)
})

test('a contour wound the other way is a hole', () => {
  const outer: Polygon = [
    [0, 0],
    [6, 0],
    [6, 6],
    [0, 6],
  ]
  const inner: Polygon = [
    [2, 2],
    [2, 4],
    [4, 4],
    [4, 2],
  ]
  expect(Math.round(sum(ink(6, 6, [outer, inner])))).toBe(32)
})

test('the ink of a triangle is its area, wherever it lies', () => {
  const coordinate = fc.integer({ min: 0, max: 4000 }).map((n) => n / 100)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 3 }),
      (points) => {
        const [[ax, ay] = [0, 0], [bx, by] = [0, 0], [cx, cy] = [0, 0]] = points
        const area = Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
        // Each pixel of the edge is rounded to a sixteenth.
        expect(Math.abs(sum(ink(40, 40, [points])) - area)).toBeLessThan(0.02 * 120 + 0.02 * area)
      },
    ),
    { seed: 6, numRuns: 200 },
  )
})

test('what lies outside is cut off', () => {
  const huge: Polygon = [
    [-100, -100],
    [100, -100],
    [100, 100],
    [-100, 100],
  ]
  expect(sum(ink(4, 4, [huge]))).toBe(16)
})

test('a curve passes through its ends and half way to its control', () => {
  const bow = flatten([
    { x: 0, y: 0, on: true },
    { x: 10, y: 20, on: false },
    { x: 20, y: 0, on: true },
  ])
  expect(bow[0]).toEqual([0, 0])
  expect(bow).toContainEqual([10, 10])
  expect(bow).toContainEqual([20, 0])
})

test('a PNG says its size and gives its pixels back', () => {
  const page = canvas(3, 2, [10, 20, 30])
  page.rectangle(0, 0, 1, 1, [200, 100, 0])
  const bytes = Buffer.from(png(page.picture()))
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([3, 2])
  const palette = bytes.subarray(bytes.indexOf('PLTE') + 4)
  expect([...palette.subarray(0, 6)]).toEqual([10, 20, 30, 200, 100, 0])
  const at = bytes.indexOf('IDAT')
  const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)))
  expect([...rows]).toEqual([0, 1, 0, 0, 0, 0, 0, 0])
})
