import { inPrint, placeOf, placeText } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { rawFile, readFileAs } from '../src/index.ts'
import { docx, epub, pdf } from './support/packed.ts'

async function read(file: string, bytes: Uint8Array) {
  const { sources } = await readFileAs(rawFile(file, bytes), '甲')
  const [source] = sources
  if (source === undefined) throw new Error('nothing read')
  const at = (text: string): number =>
    Array.from(source.text.slice(0, source.text.indexOf(text))).length
  return { source, at }
}

const marks = (
  source: { marks?: readonly { kind: string; start: number; end: number }[] },
  text: string,
) =>
  (source.marks ?? []).map(({ kind, start, end }) => [
    kind,
    Array.from(text).slice(start, end).join(''),
  ])

describe('a Word document', () => {
  it('is read by paragraphs, with headings, emphasis and tables, its notes aside', async () => {
    const { source, at } = await read('a.docx', docx())
    expect(source.text).toBe('渡口的灯\n\n夜里不灭的灯 & 船。\n\n年份\t盏数\n\n灯在人在。\n\n')
    expect(marks(source, source.text)).toEqual([
      ['heading', '渡口的灯'],
      ['paragraph', '夜里不灭的灯 & 船。'],
      ['strong', '不灭'],
      ['row', '年份\t盏数'],
      ['cell', '年份'],
      ['cell', '盏数'],
      ['paragraph', '灯在人在。'],
    ])
    expect(source.map?.asides.map(({ text }) => text)).toEqual([
      '[1]',
      expect.stringContaining('录自旧抄本。'),
    ])
    expect(placeOf(source, at('灯在人在'))).toEqual({ line: 7, column: 1 })
  })
})

describe('an EPUB', () => {
  it('is read in the order of its spine, navigation and notes aside', async () => {
    const { source, at } = await read('a.epub', epub())
    expect(source.text).toBe('渡口的灯\n\n夜里不灭的灯。\n\n灯在人在。\n\n')
    expect(source.map?.asides.map(({ text }) => text)).toEqual(['1', '录自旧抄本。'])
    expect(placeText(source, at('夜里'))).toBe('a.epub (OEBPS/text/one.xhtml):2:4')
    expect(placeText(source, at('灯在'))).toBe('a.epub (OEBPS/text/二.xhtml):1:16')
  })
})

describe('a document of XML in an EPUB', () => {
  const document = (head: string, body: string): Uint8Array =>
    epub({
      'OEBPS/text/one.xhtml': `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head>${head}</head><body>${body}</body></html>`,
    })

  it.each([
    ['a page mark', '', '<p>夜里不灭的<span epub:type="pagebreak" id="p7" title="7"/>灯。</p>'],
    ['an anchor', '', '<p><a id="a>1"/>夜里不灭的灯。</p>'],
    ['a note that was emptied', '', '<aside class="footnotes"/><p>夜里不灭的灯。</p>'],
    ['a title', '<title/>', '<p>夜里不灭的灯。</p>'],
    ['a script', "<script src='a>b.js' type='text/javascript'/>", '<p>夜里不灭的灯。</p>'],
    ['a script in the text', '', '<p>夜里不灭<script src="a.js"/>的灯。</p>'],
    ['a hidden block', '', '<div style="display:none"/><p>夜里不灭的灯。</p>'],
  ])('does not lose what follows an element that is closed at once: %s', async (_, head, body) => {
    const bytes = document(head, body)
    const { source, at } = await read('a.epub', bytes)
    expect(source.text.trim()).toBe('夜里不灭的灯。\n\n灯在人在。')
    expect(source.map?.asides.filter(({ kind }) => kind !== 'comment')).toEqual([])
    expect(placeText(source, at('夜里'))).toMatch(/one\.xhtml\):1:\d+$/u)
  })
})

describe('a PDF', () => {
  const book = pdf([
    [
      ['渡口的灯', 550, 20],
      ['夜里不灭的灯，渡口人家', 500, 12],
    ],
    [['都认得。', 550, 12]],
  ])

  it('is read by lines, with pages, boxes and sizes of type', async () => {
    const { source, at } = await read('a.pdf', book)
    expect(source.text).toBe('渡口的灯\n夜里不灭的灯，渡口人家\n\f都认得。\n')
    expect(source.pages?.map(({ label }) => label)).toEqual(['1', '2'])
    expect(source.lines?.map(({ size, page }) => [size, page])).toEqual([
      [20, 0],
      [12, 0],
      [12, 1],
    ])
    expect(placeText(source, at('都认'))).toBe('a.pdf (page 2):1:1')
    expect(inPrint(source, at('夜里'), at('夜里') + 2)).toEqual({
      page: '1',
      size: [400, 600],
      box: [50, 88, 182, 100],
    })
  })

  it('is refused without a text layer, with what to do', async () => {
    await expect(read('scan.pdf', pdf([[]]))).rejects.toThrow(/no-text-layer.*\n.*OCR/u)
  })
})
