import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../src/content/edit.ts'
import { grayOf, inkEdits, type Space } from '../src/content/ink.ts'
import { scan } from '../src/content/scan.ts'

function ink(content: string, gray = false): string {
  const bytes = Buffer.from(content)
  const space = (name: string): Space => (name === 'Icc' ? 'rgb' : 'other')
  return Buffer.from(applyEdits(bytes, inkEdits(bytes, scan(bytes), gray, space))).toString()
}

describe('inkEdits', () => {
  test('black and grays become one ink, colours stay', () => {
    expect(ink('0 0 0 RG 0 0 0 rg .4667 .4667 .4667 rg 1 0 0 rg')).toBe('0 G 0 g .4667 g 1 0 0 rg')
  })

  test('text of alpha and patterns keep what they are', () => {
    expect(ink('/G3 gs 0 0 0 rg /Pattern cs /P16 scn 0 0 0 1 k')).toBe(
      '/G3 gs 0 g /Pattern cs /P16 scn 0 0 0 1 k',
    )
  })

  test('a selected space is followed through saved states', () => {
    expect(ink('/DeviceRGB cs q 0 0 0 sc Q .5 .2 .1 sc 0 0 0 scn')).toBe(
      '/DeviceRGB cs q 0 g Q .5 .2 .1 rg 0 g',
    )
    expect(ink('/Icc CS 0 0 0 SCN /Other CS 0 0 0 SCN')).toBe('/Icc CS 0 G /Other CS 0 0 0 SCN')
  })

  test('gray weighs colours as the eye does', () => {
    expect(ink('1 0 0 rg 0 1 0 rg 0 0 1 RG 0 0 0 1 k 1 1 0 0 K /DeviceRGB cs', true)).toBe(
      '0.3 g 0.59 g 0.11 G 0 g 0.11 G /DeviceGray cs',
    )
    expect(grayOf([0.25])).toBe(0.25)
  })

  test('gray leaves no operator of colour, and neutral colours as they are', () => {
    const part = fc.integer({ min: 0, max: 10 }).map((value) => String(value / 10))
    fc.assert(
      fc.property(part, part, part, fc.constantFrom('rg', 'RG'), (r, g, b, operator) => {
        const out = ink(`${r} ${g} ${b} ${operator}`, true)
        const value = Number(out.split(' ')[0])
        expect(out).toMatch(/^[\d.]+ [gG]$/)
        expect(value).toBeGreaterThanOrEqual(Math.min(Number(r), Number(g), Number(b)) - 1e-4)
        expect(value).toBeLessThanOrEqual(Math.max(Number(r), Number(g), Number(b)) + 1e-4)
      }),
      { seed: 3 },
    )
  })
})
