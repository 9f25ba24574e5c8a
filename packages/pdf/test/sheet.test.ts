import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MARK, MM, markRoom, sheetOf } from '../src/boxes.ts'
import { PdfError } from '../src/errors.ts'
import { cropMarks, drawLines, registrationMarks } from '../src/marks.ts'

const TRIM = { width: 130, height: 184 }

/** The size that the browser gives a page: rounded up to its own units. */
const printed = (bleed: number) => ({
  width: (TRIM.width + 2 * bleed) * MM + 0.6,
  height: (TRIM.height + 2 * bleed) * MM + 0.3,
})

describe('sheetOf', () => {
  test('a plain page is the cut page, exactly', () => {
    const sheet = sheetOf(printed(0), { trim: TRIM }, 0)
    expect(sheet.media).toEqual([0, 0, 130 * MM, 184 * MM])
    expect(sheet.trim).toEqual(sheet.media)
    expect(sheet.shift.x).toBe(0)
    expect(sheet.shift.y).toBeCloseTo(-0.3, 6)
  })

  test('a bleed lies around the cut, the upper left corner of the print at its corner', () => {
    const sheet = sheetOf(printed(3), { trim: TRIM, bleed: 3, marks: true }, 0)
    const room = markRoom(3)
    expect(sheet.media[2]).toBeCloseTo((130 + 2 * room) * MM, 6)
    expect(sheet.trim[0]).toBeCloseTo(room * MM, 6)
    expect(sheet.bleed[0]).toBeCloseTo((room - 3) * MM, 6)
    expect(sheet.shift.x).toBeCloseTo(sheet.bleed[0], 6)
    expect(printed(3).height + sheet.shift.y).toBeCloseTo(sheet.bleed[3], 6)
  })

  test('a page of another size is refused', () => {
    expect(() => sheetOf(printed(0), { trim: TRIM, bleed: 3 }, 4)).toThrow(PdfError)
    expect(() => sheetOf(printed(0), { trim: TRIM, bleed: 3 }, 4)).toThrow(
      'page-size: page 5: expected 136.00 × 190.00 mm, got 130.21 × 184.11 mm',
    )
  })
})

describe('cropMarks', () => {
  test('eight lines, in line with the cut, outside of the bleed, on the paper', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 8, noNaN: true }), (bleed) => {
        const sheet = sheetOf(printed(bleed), { trim: TRIM, bleed, marks: true }, 0)
        const [left, bottom, right, top] = sheet.trim
        const lines = cropMarks(sheet)
        expect(lines).toHaveLength(8)
        for (const [x1, y1, x2, y2] of lines) {
          expect(Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo(MARK.length * MM, 6)
          expect(x1 === x2 ? [left, right].includes(x1) : [bottom, top].includes(y1)).toBe(true)
          const isClear = (low: number, high: number, from: number, to: number): boolean =>
            Math.max(low, high) <= from + 1e-6 || Math.min(low, high) >= to - 1e-6
          const outside =
            isClear(x1, x2, sheet.bleed[0], sheet.bleed[2]) ||
            isClear(y1, y2, sheet.bleed[1], sheet.bleed[3])
          expect(outside).toBe(true)
          for (const x of [x1, x2]) expect(x).toBeGreaterThan(0)
          for (const x of [x1, x2]) expect(x).toBeLessThan(sheet.media[2])
          for (const y of [y1, y2]) expect(y).toBeGreaterThan(0)
          for (const y of [y1, y2]) expect(y).toBeLessThan(sheet.media[3])
        }
      }),
      { seed: 5 },
    )
  })

  test('a cross in a circle in the middle of each edge, outside of the bleed, on the paper', () => {
    const sheet = sheetOf(printed(3), { trim: TRIM, bleed: 3, marks: true }, 0)
    const [left, bottom, right, top] = sheet.bleed
    const lines = registrationMarks(sheet)
    expect(lines).toHaveLength(4 * 26)
    for (const [x1, y1, x2, y2] of lines) {
      const within = [
        [x1, y1],
        [x2, y2],
      ].some(
        ([x = 0, y = 0]) =>
          x > left + 1e-6 && x < right - 1e-6 && y > bottom + 1e-6 && y < top - 1e-6,
      )
      expect(within).toBe(false)
      expect(Math.min(x1, y1, x2, y2)).toBeGreaterThan(0)
      expect(Math.max(x1, x2)).toBeLessThan(sheet.media[2])
      expect(Math.max(y1, y2)).toBeLessThan(sheet.media[3])
    }
  })

  test('are drawn as an artifact in one ink', () => {
    expect(drawLines([[1, 2, 3, 4]])).toBe(
      '/Artifact <</Type/Page>> BDC\nq 0 G 0.25 w 0 J [] 0 d\n1 2 m 3 4 l\nS\nQ\nEMC\n',
    )
  })
})
