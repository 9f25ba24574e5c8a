import * as fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bookletInstructions } from '../src/booklet/instructions.ts'
import { checkFile } from '../src/check/check.ts'
import { lookupDict, openPdf, pageContent } from '../src/file.ts'
import { bookletOrder, type FoldedSheet, finishPdf, impose } from '../src/index.ts'
import { PDFDict, PDFName } from '../src/pdf-lib.ts'
import { openPress, type Press } from './press.ts'
import { OPTIONS } from './sample.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Folds sheets in one another, and turns the leaves: the pages in the order in which a reader meets them. */
function fold(sheets: readonly FoldedSheet[], isRightBound: boolean): (number | null)[] {
  const [near, far] = isRightBound ? (['left', 'right'] as const) : (['right', 'left'] as const)
  // Turning a sheet over its vertical axis puts what was right to the left.
  const outward = sheets.map((sheet) => [sheet.front[near], sheet.back[far]])
  const inward = sheets.map((sheet) => [sheet.back[near], sheet.front[far]]).reverse()
  return [...outward, ...inward].flat()
}

describe('bookletOrder', () => {
  test('eight pages on two sheets', () => {
    expect(bookletOrder(8, 'all')).toEqual([
      [
        { front: { left: 7, right: 0 }, back: { left: 1, right: 6 } },
        { front: { left: 5, right: 2 }, back: { left: 3, right: 4 } },
      ],
    ])
  })

  test('any book folds into its own order, blanks at the end', () => {
    const size = fc.oneof(fc.constant('all' as const), fc.integer({ min: 1, max: 12 }))
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        size,
        fc.boolean(),
        (pages, sheets, isRight) => {
          const signatures = bookletOrder(pages, sheets, isRight)
          const read = signatures.flatMap((signature) => fold(signature, isRight))
          expect(read.slice(0, pages)).toEqual(Array.from({ length: pages }, (_, page) => page))
          expect(read.slice(pages).every((page) => page === null)).toBe(true)
          expect(read.length - pages).toBeLessThan(4)
          const size = sheets === 'all' ? signatures[0]?.length : sheets
          expect(signatures.slice(0, -1).filter(({ length }) => length !== size)).toEqual([])
        },
      ),
      { seed: 4, numRuns: 500 },
    )
  })

  test('the folding tells a sheet printed the wrong way round', () => {
    const turned = bookletOrder(8, 'all').flat()
    const wrong = turned.map(({ front, back }) => ({
      front,
      back: { left: back.right, right: back.left },
    }))
    expect(fold(turned, false)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(fold(wrong, false)).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(fold(turned, true)).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

  test('a signature needs a sheet', () => {
    expect(() => bookletOrder(8, 0)).toThrow(RangeError)
    expect(() => bookletOrder(8, 1.5)).toThrow(RangeError)
  })
})

describe('impose', () => {
  let press: Press
  let book: Uint8Array

  beforeAll(async () => {
    press = await openPress()
    const pages = Array.from({ length: 10 }, (_, page) => {
      return `<div style="break-before:page"><p>此为第${page}页</p></div>`
    })
    const printed = await press.print(pages.join(''))
    book = await finishPdf(printed, { ...OPTIONS, outline: [] })
  }, 60_000)

  afterAll(async () => {
    await press.close()
  })

  test('puts the pages in the order of the sheets, on their halves', async () => {
    const { pdf } = await impose(book, { sheet: 'a4', signature: 2 })
    const expected = bookletOrder(10, 2)
      .flat()
      .flatMap(({ front, back }) => [front, back])
    expect(await halves(pdf)).toEqual(expected.map(({ left, right }) => [left, right]))
    const wrong = bookletOrder(10, 'all').flat()
    expect(await halves(pdf)).not.toEqual(wrong.flatMap(({ front, back }) => [front, back]))
  })

  test('prints on A4, both sides, the same bytes each time', async () => {
    const first = await impose(book, { sheet: 'a4', signature: 'all' })
    const second = await impose(book, { sheet: 'a4', signature: 'all' })
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0)
    const file = await openPdf(first.pdf)
    expect(file.pages).toHaveLength(6)
    expect(String(file.pages[0]?.dict.get(PDFName.of('MediaBox')))).toBe(
      '[ 0 0 841.8898 595.2756 ]',
    )
    const { boxes, fonts, ink, links } = checkFile(file, {})
    expect([boxes, fonts, ink, links]).toEqual([[], [], [], []])
    const preferences = lookupDict(file.catalog, 'ViewerPreferences')
    expect(preferences).toBeInstanceOf(PDFDict)
    expect(String(preferences?.get(PDFName.of('Duplex')))).toBe('/DuplexFlipShortEdge')
    file.pages[1]?.dict.delete(PDFName.of('TrimBox'))
    expect(checkFile(file, {}).boxes).toEqual(['page 2: no TrimBox'])
  })

  test('moves the pages of inner sheets towards the fold by the thickness of the sheets around them', async () => {
    const { pdf } = await impose(book, { sheet: 'a4', signature: 'all' })
    const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
    const begins = async (side: number): Promise<number> => {
      const { items } = await (await document.getPage(side)).getTextContent()
      const xs = items.flatMap((item) =>
        'str' in item && item.str !== '' ? [Number(item.transform[4])] : [],
      )
      return Math.min(...xs.filter((x) => x > 841.8898 / 2 - 1))
    }
    // The right halves of the fronts of three sheets.
    const [outer, middle, inner] = [await begins(1), await begins(3), await begins(5)]
    await document.destroy()
    const mm = (points: number): number => Math.round((points / 72) * 254) / 10
    expect([mm(outer - middle), mm(outer - inner)]).toEqual([0.1, 0.2])
  })

  test('tells how to bind it, in the language of the book', async () => {
    const { instructions } = await impose(book, { sheet: 'a4', signature: 2 })
    expect(instructions).toMatch('共 10 页，用 A4 纸 3 张，分 2 帖，每帖至多 2 张；书末补空白 2 页')
    expect(instructions).toMatch('按 100% 排在')
    const taiwan = await finishPdf(book, { ...OPTIONS, outline: [], language: 'zh-Hant' })
    const hant = await impose(taiwan, { sheet: 'a4', signature: 'all' })
    expect(hant.instructions).toMatch('小冊子列印與裝訂說明')
    const english = await finishPdf(book, { ...OPTIONS, outline: [], language: 'en' })
    expect((await impose(english, { sheet: 'a4', signature: 'all' })).instructions).toMatch('Fold')
  })

  test('says when a signature is too thick to be folded', () => {
    const facts = { title: '书', pages: 80, rightBound: false, isCut: false, scale: 1 }
    const thick = (sheets: number | 'all') =>
      bookletInstructions('zh-Hans', { ...facts, signatures: bookletOrder(80, sheets) })
    expect(thick('all')).toMatch('一帖过厚')
    expect(thick(8)).not.toMatch('一帖过厚')
  })

  test('marks the cut of a page that is smaller than half a sheet', async () => {
    const css = '@page{size:130mm 184mm}'
    const small = await press.print('<p>小</p>', css)
    const trim = { width: 130, height: 184 }
    const { pdf, instructions } = await impose(
      await finishPdf(small, { ...OPTIONS, outline: [], trim }),
      { sheet: 'a4', signature: 'all' },
    )
    const [side] = (await openPdf(pdf)).pages
    const content = side === undefined ? '' : Buffer.from(pageContent(side.dict)).toString()
    const [middle, mm] = [(297 / 2) * (72 / 25.4), 72 / 25.4]
    const xs = [...content.matchAll(/^([\d.]+) ([\d.]+) m\n\1 [\d.]+ l$/gm)].map((match) =>
      Number(match[1]),
    )
    expect(xs.map((x) => Math.round((x - middle) / mm))).toEqual([-130, -130, 130, 130])
    expect(instructions).toMatch('沿四角的裁切线')
    const full = await impose(book, { sheet: 'a4', signature: 'all' })
    expect(full.instructions).not.toMatch('裁切线')
  })

  test('a book bound at the right is mirrored', async () => {
    const vertical = await finishPdf(book, { ...OPTIONS, outline: [], direction: 'r2l' })
    const { pdf, instructions } = await impose(vertical, { sheet: 'a4', signature: 'all' })
    expect((await halves(pdf))[0]).toEqual([0, null])
    expect(instructions).toMatch('折线在右')
  })
})

/** The page numbers that stand on the left and the right half of each side. */
async function halves(pdf: Uint8Array): Promise<(number | null)[][]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const sides: (number | null)[][] = []
  for (let index = 1; index <= document.numPages; index++) {
    const page = await document.getPage(index)
    const { items } = await page.getTextContent()
    const middle = page.getViewport({ scale: 1 }).width / 2
    const half = (isLeft: boolean): number | null => {
      const text = items
        .filter((item) => 'str' in item && Number(item.transform[4]) < middle === isLeft)
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
      const number = /第\s*(\d)\s*页/.exec(text)?.[1]
      return number === undefined ? null : Number(number)
    }
    sides.push([half(true), half(false)])
  }
  await document.destroy()
  return sides
}
