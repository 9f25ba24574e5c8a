import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { EditionMeta } from '@huijiao/ast'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { beforeAll, expect, test } from 'vitest'
import { cover } from '../../src/cover.ts'
import { type Shape, svg } from '../../src/cover/svg.ts'
import { sample } from '../support/sample.ts'

const META: EditionMeta = { ...sample().meta, title: '山海校读' }

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await initWasm(await readFile(wasm))
})

/** Red, green, blue of a pixel. */
function pixels(picture: string): (x: number, y: number) => readonly number[] {
  const drawn = new Resvg(picture, { font: { loadSystemFonts: false } }).render()
  const bytes = drawn.pixels
  return (x, y) => [...bytes.subarray((y * drawn.width + x) * 4, (y * drawn.width + x) * 4 + 3)]
}

const ink: Shape = { text: '口', x: 50, y: 90, size: 80, colour: '#102030' }

test('shapes are painted in order, one over the other', async () => {
  const at = pixels(
    await svg(100, 100, [
      { x: 0, y: 0, width: 100, height: 100, colour: '#ffffff' },
      { x: 0, y: 0, width: 30, height: 100, colour: '#ff0000' },
      { x: 10, y: 0, width: 10, height: 100, colour: '#00ff00' },
    ]),
  )
  expect(at(5, 50)).toEqual([255, 0, 0])
  expect(at(15, 50)).toEqual([0, 255, 0])
  expect(at(90, 50)).toEqual([255, 255, 255])
})

test('a character stands upright about its centre, its counter open', async () => {
  const at = pixels(
    await svg(100, 100, [{ x: 0, y: 0, width: 100, height: 100, colour: '#ffffff' }, ink]),
  )
  // 口 is a frame: ink left and right of a white middle, none outside of its square.
  expect(at(50, 60)).toEqual([255, 255, 255])
  const row = Array.from({ length: 100 }, (_, x) => at(x, 60)[0] !== 255)
  expect(row.indexOf(true)).toBeGreaterThanOrEqual(10)
  expect(row.lastIndexOf(true)).toBeLessThanOrEqual(90)
  expect(row.slice(10, 50)).toContain(true)
  expect(row.slice(50, 90)).toContain(true)
  expect(Array.from({ length: 100 }, (_, y) => at(50, y)[0] !== 255).indexOf(true)).toBeGreaterThan(
    10,
  )
})

test.each(['山海校读', '𠮷野家记', 'A Book of Hours & Days <1900>', ''])(
  'the native renderer gives the bytes of the portable one: %s',
  async (title) => {
    const made = await cover({ ...META, title })
    const pictures: string[] = []
    const again = await cover({ ...META, title }, (picture) => {
      pictures.push(picture)
      return new Resvg(picture, { font: { loadSystemFonts: false } }).render().asPng()
    })
    expect(pictures).toHaveLength(1)
    expect(Buffer.compare(made, again)).toBe(0)
    const view = Buffer.from(made)
    expect([view.readUInt32BE(16), view.readUInt32BE(20)]).toEqual([1200, 1920])
  },
)

test('a character of the title that no face has gives way to a square', async () => {
  const made = (title: string) => cover({ ...META, title })
  const [without, square] = [await made('山\u{e000}志'), await made('山□志')]
  expect(Buffer.compare(without, square)).toBe(0)
  expect(Buffer.compare(square, await made('山海志'))).not.toBe(0)
})
