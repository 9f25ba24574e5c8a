import { type PrintedPage, readPrinted } from '@huijiao/proof'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readOperations } from '../src/content/operations.ts'
import { areasOf } from '../src/content/place.ts'
import { openPdf } from '../src/file.ts'
import { finishPdf } from '../src/index.ts'
import { misplacedLinks } from '../src/structure/misplaced.ts'
import { readStructure } from '../src/structure/tree.ts'
import { openPress, type Press } from './press.ts'
import { OPTIONS } from './sample.ts'

let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press.close())

/** A vertical paragraph over some pages, with a link in the first ones. */
const TEXT = '春江潮水连海平，海上明月共潮生。滟滟随波千万里，何处春江无月明。'.repeat(24)
const HTML = `<p>${TEXT.slice(0, 90)}<a href="#end">甲乙</a>${TEXT}<a href="#end">丙丁</a>${TEXT}</p><p id="end">完</p>`
const CSS = 'html{writing-mode:vertical-rl}'

const misplaced = async (bytes: Uint8Array): Promise<number> => {
  const root = readStructure(await openPdf(bytes))
  return root === undefined ? -1 : misplacedLinks(root).length
}

/** Links whose rectangle does not hold the first character of their words. */
const beside = (pages: readonly PrintedPage[], words: string): number =>
  pages.flatMap((page) => {
    const glyph = page.glyphs.find((g) => g.text.startsWith(words))
    if (glyph === undefined) return []
    const middle = glyph.y - glyph.size * 0.38
    return page.links.some((l) => Math.abs(l.right - glyph.x - glyph.size) < 3 && l.y < middle)
      ? []
      : [words]
  }).length

describe('links of a vertical paragraph over several pages', () => {
  test('stand where their words are', async () => {
    const print = await press.print(HTML, CSS)
    // What the browser makes of it: else the test shows nothing.
    expect(await misplaced(print)).toBeGreaterThan(0)
    const finished = await finishPdf(print, { ...OPTIONS, outline: [], direction: 'r2l' })
    expect(await misplaced(finished)).toBe(0)
    expect(beside(await readPrinted(print), '甲')).toBe(1)
    expect(beside(await readPrinted(finished), '甲')).toBe(0)
  })
})

describe('areasOf', () => {
  test('follows states, matrices and lines', () => {
    const text = `q 2 0 0 2 10 20 cm BT /F1 10 Tf 1 0 0 1 5 7 Tm 3 4 Td (ab) Tj ET Q
BT /F1 10 Tf 0 1 -1 0 100 200 Tm (ab) Tj ET`
    const operations = readOperations(Buffer.from(text, 'latin1'))
    const second = text.indexOf('\n')
    const [upright, sideways, none] = areasOf(operations, [
      { from: 0, to: second },
      { from: second, to: text.length },
      { from: 0, to: 5 },
    ])
    const rounded = (area: readonly number[] | undefined) =>
      area?.map((n) => Math.round(n * 10) / 10)
    // Two bytes are one glyph; baseline at (26, 42), twice as large.
    expect(rounded(upright)).toEqual([26, 39.6, 46, 59.6])
    expect(rounded(sideways)).toEqual([91.2, 200, 101.2, 210])
    expect(none).toBeUndefined()
  })
})
