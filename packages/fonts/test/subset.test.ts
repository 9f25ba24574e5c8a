import type { Font } from 'fontkit'
import { create } from 'fontkit'
import subsetFont from 'subset-font'
import { describe, expect, test } from 'vitest'
import { gather } from '../src/assign.ts'
import { faceById } from '../src/coverage.ts'
import { UncoveredCharacterError } from '../src/errors.ts'
import type { Face } from '../src/face.ts'
import { openFont } from '../src/open.ts'
import { readTables } from '../src/sfnt.ts'
import { subset, subsets } from '../src/subset.ts'

function face(id: string): Face {
  const found = faceById(id)
  if (found === undefined) throw new Error(`no face ${id}`)
  return found
}

function parse(bytes: Uint8Array): Font {
  const font = create(Buffer.from(bytes))
  if (!('characterSet' in font)) throw new Error('a collection')
  return font
}

const points = (text: string) => Array.from(text).map((c) => c.codePointAt(0) ?? 0)

/** What a font maps, ascending; fontkit counts the mark that ends a `cmap` of format 4. */
const mapped = (bytes: Uint8Array) =>
  [...new Set(parse(bytes).characterSet)].filter((point) => point !== 0xffff).sort((a, b) => a - b)

describe.each(['song-400', 'song-700', 'hei-400', 'hei-700', 'kai-400', 'kai-700'])('%s', (id) => {
  test('a subset has these characters, drawn, in TrueType outlines, and no others', async () => {
    const text = '学而时习之！不亦说乎？A1　'
    const bytes = await subset(face(id), text)
    expect(mapped(bytes)).toEqual([...new Set(points(text))].sort((a, b) => a - b))
    const font = parse(bytes)
    const blank = mapped(bytes).filter((p) => font.glyphForCodePoint(p).path.commands.length === 0)
    expect(blank).toEqual(points('　'))
    const tables = [...readTables(bytes).keys()]
    expect(tables).toContain('glyf')
    expect(tables).not.toContain('fvar')
  })
})

test('equal arguments give equal bytes, whatever the order and repetition', async () => {
  for (const [id, ...texts] of [
    ['song-400', '天地玄黄', '黄玄地天天'],
    [gather([{ text: '𠂆', role: 'song' }])[0]?.face.id ?? '', '𠂆', '𠂆𠂆'],
  ] as const) {
    const [one, two] = await Promise.all(texts.map((text) => subset(face(id), text)))
    expect(Buffer.compare(one ?? Buffer.alloc(0), two ?? Buffer.alloc(1))).toBe(0)
  }
})

test.each(['标题', '𠂆'])('a subset for %s keeps copyright and names', async (text) => {
  const [use] = gather([{ text, role: 'hei-bold' }])
  if (use === undefined) throw new Error('nothing gathered')
  const font = parse(await subset(use.face, use.characters))
  expect(font.copyright).toContain('Adobe')
  expect(font.postscriptName).toMatch(/^(?:NotoSansSC-Bold|ChironSung)/)
  expect(font['OS/2'].usWeightClass).toBe(700)
})

test('a subset keeps the licence that its face states', async () => {
  const names = readTables(await subset(face('hei-700'), '标题')).get('name')
  expect(
    Buffer.from(names ?? [])
      .toString('latin1')
      .replaceAll('\0', ''),
  ).toContain('Open Font License')
})

test('the vertical forms of punctuation come along', async () => {
  const font = parse(await subset(face('song-400'), '，（）「」'))
  expect(font.availableFeatures).toEqual(expect.arrayContaining(['vert', 'halt']))
  const upright = font.layout('「').glyphs.map((glyph) => glyph.id)
  const turned = font.layout('「', { vert: true }).glyphs.map((glyph) => glyph.id)
  expect(turned).not.toEqual(upright)
})

test('rare characters get TrueType outlines at the pinned weight', async () => {
  const [use] = gather([{ text: '𠂆', role: 'song' }])
  const [bold] = gather([{ text: '𠂆', role: 'song-bold' }])
  if (use === undefined || bold === undefined) throw new Error('nothing gathered')
  const regular = parse(await subset(use.face, use.characters))
  const heavy = parse(await subset(bold.face, bold.characters))
  const ink = (font: Font) => area(font.glyphForCodePoint(0x20086).path.commands)
  expect([...readTables(await subset(use.face, use.characters)).keys()]).not.toContain('CFF2')
  expect(ink(heavy)).toBeGreaterThan(ink(regular) * 1.2)
  const pinned = await subsetFont(await openFont(use.face.file), '𠂆', {
    targetFormat: 'sfnt',
    variationAxes: { wght: 400, PADG: 0 },
  })
  expect([...readTables(pinned).keys()]).toContain('CFF2')
  const original = parse(pinned).glyphForCodePoint(0x20086)
  const made = regular.glyphForCodePoint(0x20086)
  for (const side of ['minX', 'maxX', 'minY', 'maxY'] as const)
    expect(Math.abs(made.bbox[side] - original.bbox[side])).toBeLessThanOrEqual(1)
  expect(Math.abs(ink(regular) / area(original.path.commands) - 1)).toBeLessThan(0.01)
  expect(made.advanceWidth).toBe(1000)
})

test('faces opened one after the other do not write over each other', async () => {
  const uses = gather([{ text: '𠂆𡿨𠮷', role: 'song' }])
  expect(uses.length).toBeGreaterThan(1)
  const first = await Promise.all(uses.map((use) => subset(use.face, use.characters)))
  for (const [i, use] of uses.entries()) {
    const again = await subset(use.face, use.characters)
    expect(Buffer.compare(again, first[i] ?? Buffer.alloc(0))).toBe(0)
    expect(mapped(again)).toEqual(points(use.characters))
  }
})

test('a character that the face lacks is named', async () => {
  await expect(subset(face('song-400'), '好\u{2a6d0}')).rejects.toThrow(UncoveredCharacterError)
})

test('several faces are cut in the order of the uses', async () => {
  const uses = gather([
    { text: '学而时习之，不亦说乎？', role: 'song' },
    { text: '标题𠮷', role: 'hei-bold' },
    { text: '引文', role: 'kai' },
  ])
  expect(uses.length).toBeGreaterThan(3)
  const cut = await subsets(uses)
  expect(cut.map((one) => one.face)).toEqual(uses.map((use) => use.face))
  for (const [i, use] of uses.entries())
    expect(mapped(cut[i]?.bytes ?? Buffer.alloc(0))).toEqual(points(use.characters))
})

/** The signed area under the outline, curves flattened: enough to compare ink. */
function area(commands: readonly { command: string; args: readonly number[] }[]): number {
  let sum = 0
  let x = 0
  let y = 0
  const line = (nx: number, ny: number) => {
    sum += x * ny - nx * y
    ;[x, y] = [nx, ny]
  }
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
    const [sx, sy] = [x, y]
    if (command === 'moveTo') [x, y] = [a, b]
    else if (command === 'lineTo') line(a, b)
    else if (command === 'quadraticCurveTo')
      for (let t = 0.05; t < 1.01; t += 0.05)
        line(
          (1 - t) ** 2 * sx + 2 * t * (1 - t) * a + t * t * c,
          (1 - t) ** 2 * sy + 2 * t * (1 - t) * b + t * t * d,
        )
    else if (command === 'bezierCurveTo')
      for (let t = 0.05; t < 1.01; t += 0.05)
        line(
          (1 - t) ** 3 * sx + 3 * t * (1 - t) ** 2 * a + 3 * t * t * (1 - t) * c + t ** 3 * e,
          (1 - t) ** 3 * sy + 3 * t * (1 - t) ** 2 * b + 3 * t * t * (1 - t) * d + t ** 3 * f,
        )
  }
  return Math.abs(sum / 2)
}
