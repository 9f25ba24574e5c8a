import { readFileSync } from 'node:fs'
import { create } from 'fontkit'
import { expect, test } from 'vitest'
import { faces, LENT } from '../src/catalogue.ts'
import { faceById, faceOf } from '../src/coverage.ts'
import { ROLES } from '../src/face.ts'
import { parseRange } from '../src/sliced.ts'
import { coverage } from './support/coverage.ts'

/** The Han characters of a double-byte character set, read from the decoder. */
function han(encoding: string, leads: [number, number], trails: [number, number]) {
  const decoder = new TextDecoder(encoding)
  const found = new Set<number>()
  for (let lead = leads[0]; lead <= leads[1]; lead += 1)
    for (let trail = trails[0]; trail <= trails[1]; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      const point = text.codePointAt(0) ?? 0
      if (Array.from(text).length === 1 && point >= 0x4e00 && point <= 0x9fff) found.add(point)
    }
  return [...found]
}

const GB2312 = han('gbk', [0xb0, 0xf7], [0xa1, 0xfe])
const GBK = han('gbk', [0x81, 0xfe], [0x40, 0xfe])

test('the character sets are read right', () => {
  expect(GB2312.length).toBe(6763)
  expect(GBK.length).toBeGreaterThanOrEqual(20902)
})

test.each(ROLES)('%s sets every character of GB2312, GBK and extension A', (role) => {
  const covered = new Set(coverage(role))
  const extensionA = Array.from({ length: 0x4dc0 - 0x3400 }, (_, i) => 0x3400 + i)
  expect([...GB2312, ...GBK, ...extensionA].filter((point) => !covered.has(point))).toEqual([])
})

test.each(ROLES)('%s sets Chinese and Western punctuation, and the marks of an edition', (role) => {
  const text =
    '，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕［］…—－～·・※〇①②⑩⑪ABCxyz0189.,;:?!()[]/ §†‡āáǎàēéěèüǚ　'
  expect(Array.from(text).filter((c) => faceOf(c.codePointAt(0) ?? 0, role) === undefined)).toEqual(
    [],
  )
})

test('beyond the basic plane thousands of characters have a face', () => {
  const beyond = coverage('song').filter((point) => point >= 0x20000)
  expect(beyond.length).toBeGreaterThan(4500)
})

test('the proper face comes first, then the nearest design', () => {
  const of = (c: string, role: 'song' | 'kai' | 'hei-bold') =>
    faceOf(c.codePointAt(0) ?? 0, role)?.family
  expect(of('国', 'song')).toBe('Huijiao Song')
  expect(of('国', 'kai')).toBe('Huijiao Kai')
  expect(of('国', 'hei-bold')).toBe('Huijiao Hei')
  expect(of('㐀', 'kai')).toMatch(/Song|Kai/)
  expect(of('𠂆', 'song')).toMatch(/Rare/)
})

test('faces have unique ids, a family and a weight', () => {
  const ids = faces().map((face) => face.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const face of faces()) {
    expect(face.id).toMatch(/^[a-z0-9-]+$/)
    expect([400, 700]).toContain(face.weight)
    expect(face.source).toMatch(/@\d+\.\d+\.\d+$/)
  }
})

test('the ranges of a sliced font are those of its files', () => {
  const rare = faces().filter((face) => face.axes?.['wght'] === 400)
  for (const face of [rare[3], rare.at(-2), rare[Math.floor(rare.length / 2)]]) {
    if (face === undefined) throw new Error('no rare faces')
    const font = create(readFileSync(face.file))
    if (!('characterSet' in font)) throw new Error('a collection')
    const mapped = new Set(font.characterSet)
    expect(face.codePoints().filter((point) => !mapped.has(point))).toEqual([])
    expect(font.type).toBe('WOFF2')
  }
})

test('a unicode-range is read as CSS has it', () => {
  expect(parseRange(' U+20-22, u+4E00,U+2a6df ')).toEqual([0x20, 0x21, 0x22, 0x4e00, 0x2a6df])
})

test('a face is found by its id', () => {
  expect(faceById('song-400')?.weight).toBe(400)
  expect(faceById('none')).toBeUndefined()
})

test('Kai takes quotation marks, brackets, stops, digits and Latin letters from Song', () => {
  const ids = (text: string) =>
    new Set(Array.from(text, (c) => faceOf(c.codePointAt(0) ?? 0, 'kai')?.id))
  expect(ids('“”‘’，。（）《》〔〕')).toEqual(new Set(['song-400']))
  expect(ids('？！—…字')).toEqual(new Set(['kai-400']))
})

test.each(['song-400', 'kai-400', 'hei-700'])('%s has the code points that fontkit reads', (id) => {
  const face = faceById(id)
  if (face === undefined) throw new Error(`no face ${id}`)
  const font = create(readFileSync(face.file))
  if (!('characterSet' in font)) throw new Error('a collection')
  const theirs = [...new Set(font.characterSet)].filter((point) => point !== 0xffff)
  const lent = id.startsWith('kai') ? Array.from(LENT, (c) => c.codePointAt(0)) : []
  expect(face.codePoints()).toEqual(
    theirs.filter((point) => !lent.includes(point)).sort((a, b) => a - b),
  )
})
