import { toBook } from '@huijiao/hast'
import { toHtml } from 'hast-util-to-html'
import { beforeAll, describe, expect, it } from 'vitest'
import { extractText } from '../src/pdf/index.ts'
import { type Printed, renderPdf } from '../src/render.ts'
import { hardEdition, longEdition } from './fixture.ts'
import { type PrintedPage, readPrinted } from './printed.ts'

const edition = hardEdition()
const book = toBook(edition)
let printed: Printed
let pages: PrintedPage[]

beforeAll(async () => {
  printed = await renderPdf(edition)
  pages = await readPrinted(printed.pdf)
})

describe('long notes', () => {
  it('lose nothing where they are divided over pages', async () => {
    const { notes } = await extractText(printed.pdf)
    const all = notes.map((n) => n.text.replaceAll(/\s/g, '')).join('')
    const long = edition.children.find((w) => w.id === 'long-note')
    const [app] = book.notes.filter((n) => n.work === long?.id)
    const reason = app?.app.ruling?.reason ?? ''
    expect([...reason].length).toBeGreaterThan(1400)
    expect(all).toContain(reason.replaceAll(/\s/g, ''))
  })
})

describe('front and back matter', () => {
  it('tells where its pages begin, as a book without pages would mark them', () => {
    const works = new Set(edition.children.map((w) => w.id))
    const breaks = printed.pages.breaks.filter((b) => !works.has(b.document))
    const marked = toBook(edition, { pageBreaks: breaks }).documents
    // Numbers of lists and pages are print's own.
    const plain = (text: string) => text.replaceAll(/[\s\d.]/g, '')
    let compared = 0
    for (const { label, document } of breaks) {
      const page = pages.findIndex((p) => p.label === label)
      const html = marked
        .map((d) => toHtml([...d.children]))
        .find((h) => h.includes(`id="page-${label}"`))
      // The contents are print's own; a table that goes on has its head again.
      if (html === undefined || document === 'witnesses') continue
      const rest = html.slice(html.indexOf(`id="page-${label}"`)).replace(/^[^>]*>/, '')
      const expected = plain(
        rest.replaceAll(/<a class="locus"[^>]*>.*?<\/a>/g, '').replaceAll(/<[^>]+>/g, ''),
      ).slice(0, 5)
      const shown = plain((pages[page]?.glyphs ?? []).map((g) => g.text).join(''))
      expect([label, shown.includes(expected)]).toEqual([label, true])
      // Among the first words of the page, behind its head, a folio, a number or a reference.
      expect(shown.indexOf(expected)).toBeLessThan(60)
      compared += 1
    }
    expect(compared).toBeGreaterThan(4)
  })
})

describe('the file', () => {
  it('is the same each time, to the byte', async () => {
    const small = longEdition(6, true, 2)
    const [one, two] = [await renderPdf(small), await renderPdf(small)]
    expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf))).toBe(true)
    expect(one.pages).toEqual(two.pages)
  })
})
