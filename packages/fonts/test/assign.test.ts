import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { assign, gather, sortCharacters } from '../src/assign.ts'
import { UncoveredCharacterError } from '../src/errors.ts'
import { needsGlyph } from '../src/visible.ts'
import { coverage } from './support/coverage.ts'

test('text is cut where the face changes and nothing is lost', () => {
  const text = '\u200e中国𠂆人\ufe00。'
  const runs = assign(text, 'song')
  expect(runs.map((run) => run.text).join('')).toBe(text)
  expect(runs.map((run) => run.text)).toEqual(['\u200e中国', '𠂆', '人\ufe00。'])
})

test('any covered text comes back whole', () => {
  const points = coverage('kai')
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: points.length - 1 })), (indices) => {
      const text = indices.map((i) => String.fromCodePoint(points[i] ?? 0x4e00)).join('')
      const runs = assign(text, 'kai')
      expect(runs.map((run) => run.text).join('')).toBe(text)
      for (const run of runs)
        for (const c of run.text)
          expect(!needsGlyph(c.codePointAt(0) ?? 0) || run.face.covers(c.codePointAt(0) ?? 0)).toBe(
            true,
          )
    }),
    { seed: 6, numRuns: 200 },
  )
})

test('a character without a face is named with its place', () => {
  const covered = new Set(coverage('song'))
  let missing = 0x2a6d0
  while (covered.has(missing)) missing -= 1
  const character = String.fromCodePoint(missing)
  const uses = [
    { text: '好', role: 'song', place: 'a' },
    { text: `好${character}`, role: 'song', place: 'work-3, block 12' },
  ] as const
  expect(() => gather(uses)).toThrow(UncoveredCharacterError)
  const thrown: unknown = (() => {
    try {
      return gather(uses)
    } catch (error) {
      return error
    }
  })()
  expect(thrown).toMatchObject({
    character,
    codePoint: missing,
    place: 'work-3, block 12',
    message: expect.stringContaining(`U+${missing.toString(16).toUpperCase()}`),
  })
})

test('a private-use character is not passed over', () => {
  expect(() => assign('\u{10fffd}', 'song')).toThrow(UncoveredCharacterError)
})

test('uses are gathered by face, each character once, in code point order', () => {
  const found = gather([
    { text: '国人国', role: 'song' },
    { text: '人民\n', role: 'song' },
    { text: '国', role: 'kai' },
    { text: '𠂆', role: 'song' },
  ])
  expect(found.map((use) => [use.face.family.replace(/ t\d.*/, ''), use.characters])).toEqual([
    ['Huijiao Kai', '国'],
    ['Huijiao Rare', '𠂆'],
    ['Huijiao Song', '人国民'],
  ])
})

test('characters beyond the basic plane sort after those within', () => {
  expect(sortCharacters('𠂆\uffe5一𠂆')).toBe('一\uffe5𠂆')
})

test('what needs no glyph', () => {
  for (const point of [0x0a, 0x00ad, 0x200b, 0x200e, 0x202e, 0x2028, 0xfe0f, 0xe0100, 0xfeff])
    expect(needsGlyph(point)).toBe(false)
  for (const point of [0x20, 0x3000, 0x4e00, 0xe000, 0x2a6d6, 0x3164, 0xfffb])
    expect(needsGlyph(point)).toBe(true)
})
