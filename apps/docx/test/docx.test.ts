import { strFromU8, unzipSync } from 'fflate'
import { convertToHtml, extractRawText } from 'mammoth'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { figure } from '@huijiao/ast'
import { toDocx } from '../src/index.ts'
import { LETTER } from '../../../packages/command/test/edition.ts'

/** A red point. */
const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

const [work] = LETTER.children
const PICTURED = {
  ...LETTER,
  children:
    work === undefined
      ? []
      : [
          {
            ...work,
            children: [...work.children, figure({ src: PNG, alt: '一点' }, '图一', '某人 摄')],
          },
        ],
}

let bytes: Uint8Array
let html: string
beforeAll(async () => {
  bytes = await toDocx(PICTURED)
  html = (await convertToHtml({ buffer: Buffer.from(bytes) })).value
})

const partOf = (name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

describe('a Word document', () => {
  it('has the text of the tree', async () => {
    const { value } = await extractRawText({ buffer: Buffer.from(bytes) })
    for (const line of [
      '匠人书',
      '他对木工很有耐心，*不*多言。',
      '斧斤丁丁',
      '木屑飞飞',
      '1. 一尺',
      '2. 二尺',
    ]) {
      expect(value).toContain(line)
    }
  })

  it('has an entry of the apparatus as an endnote and a note for readers as a footnote, each at its call', () => {
    expect(html).toMatch(/耐心<sup><a href="#endnote-1"[^>]*>/u)
    expect(html).toMatch(/如雪<sup><a href="#footnote-1"[^>]*>/u)
    expect(html).toMatch(/<li id="endnote-1"><p>\s*〔一〕.*心.*乙.*必/u)
    expect(html).toMatch(/<li id="footnote-1"><p>\s*〔二〕.*如雪.*似云/u)
  })

  it('has headings, tables and pictures as Word has them', () => {
    expect(html).toMatch(/<h1>.*匠人书.*<\/h1>/u)
    expect(html).toMatch(/<table>.*名.*数.*笔.*三\|四.*<\/table>/u)
    expect(html).toMatch(/<img alt="一点" src="data:image\/png;base64,/u)
    expect(html).toContain('图一')
  })

  it('is well-formed in all its parts, and dated by the edition', () => {
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xml|rels)$/u.test(name))
    expect(parts.length).toBeGreaterThan(5)
    for (const [name, content] of parts)
      expect(() => fromXml(strFromU8(content)), name).not.toThrow()
    expect(partOf('docProps/core.xml').match(/\d{4}-\d\d-\d\dT[^<]*/gu)).toEqual([
      '2026-01-01T00:00:00Z',
      '2026-01-01T00:00:00Z',
    ])
    expect(partOf('word/settings.xml')).toContain('<w:endnotePr><w:numFmt w:val="decimal"/>')
  })

  it('is the same for the same tree, in the same run too', async () => {
    expect(Buffer.from(await toDocx(structuredClone(PICTURED))).equals(bytes)).toBe(true)
  })

  it('is set from top to bottom where the edition is', async () => {
    const vertical = await toDocx({
      ...LETTER,
      meta: { ...LETTER.meta, layout: 'vertical', trim: '16k' },
    })
    const body = strFromU8(unzipSync(vertical)['word/document.xml'] ?? new Uint8Array())
    expect(body).toMatch(/<w:textDirection w:val="tbRl"\/>/u)
    expect(body).toContain('<w:pgSz w:w="10488" w:h="14740"')
  })
})
