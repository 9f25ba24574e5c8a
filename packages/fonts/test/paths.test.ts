import { create } from 'fontkit'
import { expect, test } from 'vitest'
import { gather } from '../src/assign.ts'
import { faceById } from '../src/coverage.ts'
import { UncoveredCharacterError } from '../src/errors.ts'
import { pathsOf } from '../src/paths.ts'
import { subset } from '../src/subset.ts'

/** The numbers of path data, commands aside. */
const numbers = (d: string): number[] => (d.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)

test.each(['永和九年，岁在癸丑Ågé½', '𠮷'])(
  '%s has the outlines that fontkit reads',
  async (text) => {
    for (const { face, characters } of gather([{ text, role: 'song-bold' }])) {
      const theirs = create(Buffer.from(await subset(face, characters)))
      if (!('characterSet' in theirs)) throw new Error('a collection')
      const path = await pathsOf(face, characters)
      for (const character of characters) {
        const point = character.codePointAt(0) ?? 0
        const glyph = theirs.glyphForCodePoint(point)
        const made = path(point)
        expect(made.advance).toBe(glyph.advanceWidth)
        expect(made.unitsPerEm).toBe(1000)
        expect((made.d.match(/M/g) ?? []).length).toBe(
          glyph.path.commands.filter((c) => c.command === 'moveTo').length,
        )
        const values = numbers(made.d)
        const { minX, maxX, minY, maxY } = glyph.path.cbox
        expect(Math.min(...values)).toBeCloseTo(Math.min(minX, minY), -1)
        expect(Math.max(...values)).toBeCloseTo(Math.max(maxX, maxY), -1)
      }
    }
  },
)

test('a space has an advance and no outline', async () => {
  const face = faceById('song-400')
  if (face === undefined) throw new Error('no face')
  expect((await pathsOf(face, '　a'))(0x3000)).toEqual({ advance: 1000, unitsPerEm: 1000, d: '' })
})

test('a character that the face lacks is named', async () => {
  const face = faceById('song-400')
  if (face === undefined) throw new Error('no face')
  await expect(pathsOf(face, '\u{2a6d0}')).rejects.toThrow(UncoveredCharacterError)
})
