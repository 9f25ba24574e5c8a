import { bookmarksOf, extractText } from '@huijiao/proof'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { checkFile, type Faults } from '../src/check/check.ts'
import { destinationsOf } from '../src/destinations.ts'
import { lookup, lookupDict, name, openPdf } from '../src/file.ts'
import { type Finished, finish, finishPdf, PdfError } from '../src/index.ts'
import { PDFArray, PDFDict, PDFHexString } from '../src/pdf-lib.ts'
import { savePdf } from '../src/save.ts'
import { type Element, readStructure, visit } from '../src/structure/tree.ts'
import { openPress, type Press } from './press.ts'
import { OPTIONS, paragraph, SAMPLE } from './sample.ts'

vi.setConfig({ testTimeout: 60_000 })

let press: Press
let printed: Uint8Array
let finished: Finished

beforeAll(async () => {
  press = await openPress()
  printed = await press.print(SAMPLE)
  finished = await finish(printed, OPTIONS)
}, 60_000)

afterAll(async () => {
  await press.close()
})

const CLEAN: Faults = { fonts: [], boxes: [], ink: [], tags: [], links: [], metadata: [] }
const expected = { trim: OPTIONS.trim }
describe('a finished print', () => {
  test('passes every check, and the print itself none', async () => {
    const file = await openPdf(finished.bytes)
    expect(checkFile(file, expected)).toEqual(CLEAN)
    expect(finished.obstacles).toEqual([])
    const raw = checkFile(await openPdf(printed), expected)
    for (const faults of [raw.boxes, raw.ink, raw.tags, raw.metadata]) {
      expect(faults).not.toEqual([])
    }
  })

  test('is the same twice, whatever the browser called its nodes', async () => {
    expect(Buffer.compare(await finishPdf(printed, OPTIONS), finished.bytes)).toBe(0)
    const renamed = await press.print(`<div hidden><p>无</p></div>${SAMPLE}`)
    const names = (bytes: Uint8Array): unknown =>
      Buffer.from(bytes)
        .toString('latin1')
        .match(/node\d{8}/g)
    expect(names(renamed)).not.toEqual(names(printed))
    expect(Buffer.compare(await finishPdf(renamed, OPTIONS), finished.bytes)).toBe(0)
  })

  test('is another file when its content or its options are others', async () => {
    const other = await finishPdf(printed, { ...OPTIONS, date: '2023-05-02' })
    expect(Buffer.compare(other, finished.bytes)).not.toBe(0)
  })

  test('does not change when it is finished again', async () => {
    const twice = await finish(finished.bytes, { ...OPTIONS, generator: OPTIONS.generator })
    expect(checkFile(await openPdf(twice.bytes), expected)).toEqual(CLEAN)
    expect(await extractText(twice.bytes)).toEqual(await extractText(finished.bytes))
  })

  test('says its text exactly, artifacts apart', async () => {
    const { blocks, notes } = await extractText(finished.bytes)
    const said = blocks.map(({ type, text }) => [type, text])
    expect(said).toContainEqual(['H1', '第一篇 题'])
    expect(said).toContainEqual(['H2', '第一节'])
    expect(said).toContainEqual([
      'P',
      '民见门车，强调与重点，漢hàn，Latin text 混排，红灰半透明。注①。外链例。',
    ])
    for (let number = 1; number <= 8; number++) {
      expect(said).toContainEqual(['P', paragraph(number)])
    }
    expect(said).toContainEqual(['P', '透明组内的字。'])
    expect(said).toContainEqual(['P', '底色划线与标记'])
    expect(said).toContainEqual(['Lbl', '甲'])
    expect(said).toContainEqual(['LBody', '条文'])
    expect(said).toContainEqual(['TH', '名'])
    expect(said).toContainEqual(['Caption', '表一'])
    expect(notes.map(({ text }) => text)).toEqual(['① 注文，斜体。', '②又一条注。'])
    expect(JSON.stringify(said)).not.toMatch(/书眉|[\u2e80-\u2fdf]|•/u)
  })

  test('gives the structure that the print has no words for', async () => {
    const root = readStructure(await openPdf(finished.bytes))
    if (root === undefined) throw new Error('not tagged')
    const types = new Map<string, number>()
    visit(root, (node) => types.set(node.type, (types.get(node.type) ?? 0) + 1))
    expect(types.get('Note')).toBe(2)
    expect(types.get('Link')).toBe(9)
    expect(types.get('TOC')).toBe(2)
    expect(types.get('TOCI')).toBe(4)
    expect(types.get('Ruby')).toBe(1)
    expect(types.get('RT')).toBe(1)
    expect(types.get('Figure')).toBe(2)
    expect(types.get('NonStruct')).toBeUndefined()
    const alts: string[] = []
    visit(root, (node) => alts.push(...(node.alt === undefined ? [] : [node.alt])))
    expect(alts).toEqual(['渐变图', '位图'])
  })

  test('has the bookmarks of the tree, to the letter', async () => {
    expect(await bookmarksOf(finished.bytes)).toEqual([
      { title: '目录', to: 'toc' },
      { title: '第一篇 题', to: 'w1' },
      { title: '第一节', to: 's1' },
      { title: '第二篇', to: 'w2' },
    ])
    const document = await getDocument({ data: finished.bytes.slice(), verbosity: 0 }).promise
    const outline = await document.getOutline()
    expect(outline.map((item) => item.title)).toEqual(['目录', '第一篇 题', '第二篇'])
    expect(outline[1]?.items.map((item) => item.title)).toEqual(['第一节'])
    await document.destroy()
  })

  test('numbers its pages in two ranges', async () => {
    const document = await getDocument({ data: finished.bytes.slice(), verbosity: 0 }).promise
    const labels = await document.getPageLabels()
    expect(labels?.slice(0, 3)).toEqual(['i', '1', '2'])
    await document.destroy()
  })

  test('keeps each destination in its place on the page', async () => {
    const before = await placesIn(printed)
    const after = await placesIn(finished.bytes)
    const lift = 210 * (72 / 25.4) - (await heightOf(printed))
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
    expect(after.get('w1')?.page).toBe(1)
    for (const [key, place] of after) {
      expect(place.page).toBe(before.get(key)?.page)
      expect(place.x).toBeCloseTo(before.get(key)?.x ?? 0, 2)
      expect(place.y).toBeCloseTo((before.get(key)?.y ?? 0) + lift, 2)
    }
  })

  test('finds destinations alike in both kinds of file', async () => {
    const packed = await savePdf(await openPdf(printed), 'same objects, written in streams')
    expect(Buffer.from(packed).includes('\nxref')).toBe(false)
    expect(await placesIn(packed)).toEqual(await placesIn(printed))
  })

  test('describes each link by its text or its address', async () => {
    const file = await openPdf(finished.bytes)
    const said = file.pages.flatMap((page) => {
      const list = lookup(page.dict, 'Annots')
      if (!(list instanceof PDFArray)) return []
      return list.asArray().map((ref) => {
        const dict = file.context.lookup(ref)
        const text = dict instanceof PDFDict ? lookup(dict, 'Contents') : undefined
        return text instanceof PDFHexString ? text.decodeText() : ''
      })
    })
    expect(said).toContain('第一篇 1')
    expect(said).toContain('①')
    expect(said).toContain('https://example.org/a?b=1&c')
  })

  test('holds no date but that of the edition', () => {
    const text = Buffer.from(finished.bytes).toString('latin1')
    const dates = new Set(text.match(/D:\d{8}|20\d\d-\d\d-\d\d/g))
    expect([...dates].sort()).toEqual(['2023-05-01'])
  })
})

describe('options', () => {
  test('a claim of PDF/UA-1 is made only where nothing stands in its way', async () => {
    expect(Buffer.from(finished.bytes).includes('<pdfuaid:part>1<')).toBe(true)
    const ruby = await finish(await press.print('<p><ruby>漢<rt>hàn</rt></ruby>字</p>'), {
      ...OPTIONS,
      outline: [],
    })
    expect(ruby.obstacles).toEqual(['1 text objects within the pages have no tag'])
    expect(Buffer.from(ruby.bytes).includes('pdfuaid:part>')).toBe(false)
  })

  test('a book that opens to the left says so', async () => {
    const css = 'html{writing-mode:vertical-rl}'
    const vertical = await press.print('<h1>竖排</h1><p>天地玄黄，宇宙洪荒。</p>', css)
    const bytes = await finishPdf(vertical, { ...OPTIONS, outline: [], direction: 'r2l' })
    const file = await openPdf(bytes)
    expect(checkFile(file, expected)).toEqual(CLEAN)
    const preferences = lookupDict(file.catalog, 'ViewerPreferences')
    expect(String(preferences?.get(name('Direction')))).toBe('/R2L')
    const { blocks } = await extractText(bytes)
    expect(blocks.map(({ text }) => text)).toEqual(['竖排', '天地玄黄，宇宙洪荒。'])
  })

  test('numbers squeezed into a square of a vertical line are read in their place', async () => {
    const css = 'html{writing-mode:vertical-rl}b{font-weight:400;text-combine-upright:all}'
    const text =
      '<p>甲<b>256</b>乙<b>50</b>丙</p><p><b>128</b>丁。</p><p>戊<b>123</b><b>456</b></p>'
    const { bytes, obstacles } = await finish(await press.print(text, css), {
      ...OPTIONS,
      outline: [],
    })
    expect(obstacles).toEqual([])
    expect(checkFile(await openPdf(bytes), expected)).toEqual(CLEAN)
    const { blocks } = await extractText(bytes)
    expect(blocks.map((block) => block.text)).toEqual(['甲256乙50丙', '128丁。', '戊123456'])
  })

  test('a row has a cell for each column, empty ones in their place', async () => {
    const cells = (name: string, ...texts: string[]) =>
      `<tr>${texts.map((text) => `<${name}>${text}</${name}>`).join('')}</tr>`
    const table = `<table><thead>${cells('th', '甲', '乙', '丙')}</thead><tbody>${cells('td', '1', '', '3')}${cells('td', '', '', '')}</tbody></table>`
    const rows = (root: Element | undefined): string[][] => {
      const found: string[][] = []
      if (root !== undefined)
        visit(root, ({ type, kids }) => {
          if (type !== 'TR') return
          found.push(
            kids.map((kid) => (kid.kind === 'element' && kid.kids.length > 0 ? '字' : '空')),
          )
        })
      return found
    }
    const print = await press.print(table)
    // What the browser makes of it: else the test shows nothing.
    expect(rows(readStructure(await openPdf(print)))[1]).toHaveLength(2)
    const bytes = await finishPdf(print, { ...OPTIONS, outline: [] })
    const [, second, third] = rows(readStructure(await openPdf(bytes)))
    expect(second).toEqual(['字', '空', '字'])
    expect(third ?? ['空', '空', '空']).toEqual(['空', '空', '空'])
  })

  test('what does not fit the print is refused, by rule', async () => {
    const rule = async (options: Partial<typeof OPTIONS>): Promise<string> => {
      const error: unknown = await finishPdf(printed, { ...OPTIONS, ...options }).catch((e) => e)
      return error instanceof PdfError ? error.rule : 'none'
    }
    expect(await rule({ expectedPages: 1 })).toBe('page-count')
    expect(await rule({ trim: { width: 130, height: 184 } })).toBe('page-size')
    expect(await rule({ date: 'gestern' })).toBe('date')
    expect(await rule({ outline: [{ title: '无', dest: 'nowhere', children: [] }] })).toBe(
      'outline-destination',
    )
    await expect(finishPdf(Buffer.from('no pdf'), OPTIONS)).rejects.toThrow(PdfError)
  })
})

const placesIn = async (bytes: Uint8Array) => destinationsOf(await openPdf(bytes))

async function heightOf(bytes: Uint8Array): Promise<number> {
  const file = await openPdf(bytes)
  const box = lookup(file.pages[0]?.dict ?? PDFDict.withContext(file.context), 'MediaBox')
  return box instanceof PDFArray ? Number(box.get(3).toString()) : Number.NaN
}
