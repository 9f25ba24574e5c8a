import { create } from 'fontkit'
import { expect, test } from 'vitest'
import { faceById } from '../src/coverage.ts'
import { outlinesOf } from '../src/outline.ts'
import { subset } from '../src/subset.ts'

test.each(['song-700', 'kai-400', 'hei-400'])(
  '%s has the outlines that fontkit reads',
  async (id) => {
    const face = faceById(id)
    if (face === undefined) throw new Error(`no face ${id}`)
    const text = '永和九年，岁在癸丑Ågé½'
    const font = await subset(
      face,
      Array.from(text)
        .filter((c) => face.covers(c.codePointAt(0) ?? 0))
        .join(''),
    )
    const theirs = create(Buffer.from(font))
    if (!('characterSet' in theirs)) throw new Error('a collection')
    const outline = outlinesOf(font)
    for (const c of text) {
      const point = c.codePointAt(0) ?? 0
      if (!face.covers(point)) continue
      const glyph = theirs.glyphForCodePoint(point)
      const made = outline(point)
      expect(made.advance).toBe(glyph.advanceWidth)
      expect(made.unitsPerEm).toBe(1000)
      const xs = made.contours.flat().map((p) => p.x)
      const ys = made.contours.flat().map((p) => p.y)
      const { minX, maxX, minY, maxY } = glyph.path.cbox
      expect([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]).toEqual([
        minX,
        maxX,
        minY,
        maxY,
      ])
      expect(made.contours.length).toBe(
        glyph.path.commands.filter((p) => p.command === 'moveTo').length,
      )
    }
  },
)

test('a space has an advance and no contours', async () => {
  const face = faceById('song-400')
  if (face === undefined) throw new Error('no face')
  const outline = outlinesOf(await subset(face, '　a'))(0x3000)
  expect(outline).toMatchObject({ advance: 1000, contours: [] })
})
