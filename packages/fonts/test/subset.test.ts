import type { Font } from 'fontkit'
import { create } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { gather } from '../src/assign.ts'
import { faceById } from '../src/coverage.ts'
import { UncoveredCharacterError } from '../src/errors.ts'
import type { Face } from '../src/face.ts'
import { cutDown } from '../src/harfbuzz.ts'
import { inspect } from '../src/inspect.ts'
import { readNames } from '../src/names.ts'
import { openFont } from '../src/open.ts'
import { readTables, viewOf, writeTables } from '../src/sfnt.ts'
import { subset } from '../src/subset.ts'

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

describe.each(['song-400', 'song-700', 'hei-400', 'hei-700', 'kai-400', 'kai-700'])('%s', (id) => {
  test('a subset has these characters, drawn, in TrueType outlines, and no others', async () => {
    const text = '学而时习之！不亦说乎？A1　'
    const font = await subset(face(id), text)
    const found = inspect(font)
    expect(found.codePoints).toEqual([...new Set(points(text))].sort((a, b) => a - b))
    expect(found.blank).toEqual([])
    expect(found.family).toBe(face(id).family)
    expect(found.weight).toBe(face(id).weight)
    expect(found.tables).toContain('glyf')
    expect(found.tables).not.toContain('fvar')
  })
})

test('equal arguments give equal bytes, whatever the order and repetition', async () => {
  for (const format of ['ttf', 'woff2'] as const) {
    const one = await subset(face('song-400'), '天地玄黄', format)
    const two = await subset(face('song-400'), '黄玄地天天', format)
    expect(Buffer.compare(one, two)).toBe(0)
  }
})

test('a subset keeps copyright and licence under a name of its own', async () => {
  const font = await subset(face('hei-700'), '标题')
  const names = readNames(readTables(font).get('name') ?? new Uint8Array(6))
  expect(names.get(0)).toContain('Adobe')
  expect(names.get(13)).toContain('Open Font License')
  expect(names.get(1)).toBe('Huijiao Hei')
  expect(names.get(4)).toBe('Huijiao Hei Bold')
  expect(names.get(6)).toBe('HuijiaoHei-Bold')
  expect(
    [...names.values()].filter((name) => /Noto|Source/.test(name.replace(names.get(0) ?? '', ''))),
  ).toEqual([])
})

test('the whole file sums to the magic number of the specification', async () => {
  const font = await subset(face('song-400'), '校')
  const view = viewOf(font)
  let sum = 0
  for (let at = 0; at < font.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  expect(sum).toBe(0xb1b0afba)
})

test('the vertical forms of punctuation come along', async () => {
  const font = parse(await subset(face('song-400'), '，（）「」'))
  expect(font.availableFeatures).toEqual(expect.arrayContaining(['vert', 'halt']))
  const upright = font.layout('「').glyphs.map((glyph) => glyph.id)
  const turned = font.layout('「', { vert: true }).glyphs.map((glyph) => glyph.id)
  expect(turned).not.toEqual(upright)
})

test('WOFF2 unpacks to the same outlines', async () => {
  const text = '温故而知新𬶋'
  const plain = parse(await subset(face('song-400'), text))
  const packed = parse(await subset(face('song-400'), text, 'woff2'))
  expect(new Set(packed.characterSet)).toEqual(new Set(plain.characterSet))
  for (const point of points(text))
    expect(packed.glyphForCodePoint(point).path.toSVG()).toBe(
      plain.glyphForCodePoint(point).path.toSVG(),
    )
})

test('rare characters get TrueType outlines at the pinned weight', async () => {
  const [use] = gather([{ text: '𠂆', role: 'song' }])
  const [bold] = gather([{ text: '𠂆', role: 'song-bold' }])
  if (use === undefined || bold === undefined) throw new Error('nothing gathered')
  const regular = parse(await subset(use.face, use.characters))
  const heavy = parse(await subset(bold.face, bold.characters))
  const ink = (font: Font) => area(font.glyphForCodePoint(0x20086).path.commands)
  expect(inspect(await subset(use.face, use.characters)).tables).not.toContain('CFF2')
  expect(ink(heavy)).toBeGreaterThan(ink(regular) * 1.2)
  const pinned = await cutDown(await openFont(use.face.file), {
    codePoints: [0x20086],
    features: [],
    nameIds: [],
    dropped: [],
    axes: { wght: 400, PADG: 0 },
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
    expect(inspect(again).codePoints).toEqual(points(use.characters))
  }
})

test('a character that the face lacks is named', async () => {
  await expect(subset(face('song-400'), '好\u{2a6d0}')).rejects.toThrow(UncoveredCharacterError)
})

test('a glyph without an outline is found', async () => {
  const font = await subset(face('song-400'), '好')
  const tables = new Map(readTables(font))
  tables.set('loca', new Uint8Array((tables.get('loca') ?? new Uint8Array()).length))
  expect(inspect(writeTables(tables)).blank).toEqual(points('好'))
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
