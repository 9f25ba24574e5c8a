import { leafBlocks, toText } from '@huijiao/ast'
import { toBook } from '@huijiao/hast'
import { toHtml } from 'hast-util-to-html'
import { beforeAll, describe, expect, it } from 'vitest'
import { measuresOf, pageBox } from '../src/measures.ts'
import { checkPdf, extractText } from '../src/pdf/index.ts'
import { type Printed, renderPdf } from '../src/render.ts'
import { hardEdition, longEdition } from './fixture.ts'
import {
  type Block,
  kinsokuFaults,
  type Line,
  leftOf,
  linesOf,
  lonely,
  offGrid,
  overflowing,
  strays,
} from './geometry.ts'
import { type PrintedPage, readPrinted } from './printed.ts'

/** Pixels in points. */
const pt = (px: number): number => px * 0.75

const measures = measuresOf('a5')
const box = pageBox(measures, 0, false)
const BLOCK: Block = {
  size: pt(measures.em),
  line: pt(measures.line),
  width: pt(box.text.width),
  height: pt(box.text.height),
  top: pt(box.top),
  inner: pt(box.inner),
  outer: pt(box.outer),
}

const edition = hardEdition()
const book = toBook(edition)
let printed: Printed
let pages: PrintedPage[]
let bodies: Line[][]
let body: number[]

beforeAll(async () => {
  printed = await renderPdf(edition)
  pages = await readPrinted(printed.pdf)
  body = pagesOfWorks(printed, pages)
  bodies = body.map((p) => linesOf(pages, p, BLOCK))
})

/** The last line of the paragraph that calls a note longer than a page. */
const LAST_OF_LONG = '月天地玄黄'

const told = (line: Line): string => `${line.page} ${line.y.toFixed(1)} ${line.text}`

/** Physical pages that have text of works. */
function pagesOfWorks({ pages: json }: Printed, all: readonly PrintedPage[]): number[] {
  const first = all.findIndex((p) => p.label === '1')
  const works = new Set(edition.children.map((w) => w.id))
  const labels = new Set(json.breaks.filter((b) => works.has(b.document)).map((b) => b.label))
  return all.flatMap((p, i) => (i >= first && labels.has(p.label) ? [i] : []))
}

describe('the page', () => {
  it('has the trimmed size, and a text block of whole characters by whole lines', () => {
    expect(box.text.width / measures.em).toBe(measures.characters)
    expect(box.text.height / measures.line).toBe(measures.lines)
    for (const page of pages) {
      expect(page.width).toBeCloseTo((148 / 25.4) * 72, 1)
      expect(page.height).toBeCloseTo((210 / 25.4) * 72, 1)
    }
  })

  it('counts front matter in roman numerals and the rest in arabic from 1', () => {
    const first = pages.findIndex((p) => p.label === '1')
    expect(pages.slice(0, 3).map((p) => p.label)).toEqual(['i', 'ii', 'iii'])
    expect(first % 2).toBe(0)
    expect(pages.slice(first).map((p) => p.label)).toEqual(
      pages.slice(first).map((_, i) => String(i + 1)),
    )
    expect(printed.pages.pages).toBe(pages.length)
  })

  it('opens each work on a right-hand page, behind a page that is blank where it must be', () => {
    const toWorks = pages.flatMap((p) => p.links).filter((l) => /^[a-z-]+-b1$/.test(l.to))
    expect(new Set(toWorks.map((l) => l.to)).size).toBe(edition.children.length)
    for (const link of toWorks) expect(link.target % 2).toBe(0)
    const blanks = pages.filter((p) => p.glyphs.length === 0)
    expect(blanks.length).toBeGreaterThan(0)
  })

  it('has every line of the text on the grid', () => {
    const lines = bodies.flat()
    expect(lines.length).toBeGreaterThan(300)
    expect(offGrid(lines, BLOCK).map(told)).toEqual([])
    const [some, ...rest] = lines.slice(8)
    if (some === undefined) throw new Error('no lines')
    const spoilt = offGrid([{ ...some, y: some.y + 4 }, ...rest], BLOCK)
    expect(spoilt).toHaveLength(offGrid(lines.slice(8), BLOCK).length + 1)
  })

  it('has nothing beyond the text block', () => {
    expect(overflowing(pages, body, BLOCK)).toEqual([])
    const [at = 0] = body
    const page = pages[at] as PrintedPage
    const far = {
      text: '出',
      x: leftOf(at, BLOCK) + BLOCK.width,
      y: BLOCK.top + 20,
      width: 10.5,
      size: 10.5,
    }
    const spoilt = pages.with(at, { ...page, glyphs: [...page.glyphs, far] })
    expect(overflowing(spoilt, body, BLOCK)).toHaveLength(1)
  })

  it('begins and ends no line with what may not stand there', () => {
    expect(kinsokuFaults(bodies.flat()).map(told)).toEqual([])
    const line: Line = { page: 0, y: 0, from: 0, to: 1, text: '，也' }
    expect(kinsokuFaults([line, { ...line, text: '说：“' }])).toHaveLength(2)
  })

  it('begins no line with the call of a note', () => {
    const calls = body.flatMap((p) =>
      (pages[p]?.glyphs ?? [])
        .filter((g) => g.size < BLOCK.size * 0.7 && /^\d+$/.test(g.text))
        .filter((g) => g.x < leftOf(p, BLOCK) + 1),
    )
    expect(calls).toEqual([])
  })

  it('leaves no first or last line of a paragraph alone on its page', () => {
    // Under a note longer than a page no other place is left for the break.
    const found = strays(bodies, BLOCK)
    expect(found.filter((f) => !f.includes(LAST_OF_LONG)).length).toBe(0)
    const line = (page: number, from: number): Line => ({
      page,
      y: 0,
      from: leftOf(page, BLOCK) + from,
      to: 1,
      text: '行',
    })
    const spoilt = [
      [line(0, 0), line(0, 21)],
      [line(1, 0), line(1, 21)],
    ]
    expect(strays(spoilt, BLOCK)).toHaveLength(2)
  })

  it('leaves no single character on the last line of a paragraph', () => {
    expect(bodies.flatMap((lines) => lonely(lines, BLOCK)).map(told)).toEqual([])
    const [line] = bodies.flat()
    if (line === undefined) throw new Error('no lines')
    const left = leftOf(line.page, BLOCK)
    const spoilt = [
      { ...line, from: left },
      { ...line, from: left, text: '了。' },
    ]
    expect(lonely(spoilt, BLOCK)).toHaveLength(1)
  })
})

describe('notes', () => {
  it('stand, or begin, on the page of their call, each of them', () => {
    const calls = body.flatMap((p) => pages[p]?.links ?? []).filter((l) => l.to.startsWith('note-'))
    expect(new Set(calls.map((l) => l.to))).toEqual(new Set(book.notes.map((n) => n.id)))
    expect(book.notes.length).toBeGreaterThan(300)
    expect(calls.filter((l) => l.page !== l.target)).toEqual([])
    for (const { y, targetY } of calls) expect(targetY).toBeGreaterThan(y)
  })

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

describe('what refers to pages', () => {
  it('says the right page in the contents', () => {
    const contents = pages
      .flatMap((p) => p.links)
      .filter((l) => pages[l.page]?.label.match(/^[ivx]+$/))
    const listed = contents.filter((l) => /-b\d+$/.test(l.to))
    expect(listed.length).toBeGreaterThanOrEqual(edition.children.length)
    for (const link of listed) {
      const numbers = (pages[link.page]?.glyphs ?? []).filter(
        (g) => /^\d+$/.test(g.text) && g.x > BLOCK.inner + BLOCK.width * 0.8 && g.y > link.y,
      )
      const [number] = numbers.toSorted((a, b) => a.y - b.y)
      expect([link.to, number?.text]).toEqual([link.to, pages[link.target]?.label])
    }
  })

  it('says the right page and line in the appendix', () => {
    const last = body.at(-1) ?? 0
    const entries = pages
      .slice(last + 1)
      .flatMap((p) => p.links)
      .filter((l) => l.to.startsWith('v-') && body.includes(l.target))
    expect(entries.length).toBeGreaterThan(300)
    const calls = new Map(body.flatMap((p) => pages[p]?.links ?? []).map((l) => [l.to, l] as const))
    let compared = 0
    for (const link of entries) {
      const places = (pages[link.page]?.glyphs ?? []).filter(
        (g) => /^\d+\.\d+$/.test(g.text) && Math.abs(g.y - link.y - g.size) < g.size * 0.6,
      )
      const [page, line] = (places[0]?.text ?? '').split('.')
      expect(page).toBe(pages[link.target]?.label)
      const lines = linesOf(pages, link.target, BLOCK)
      const opening = link.target % 2 === 0 && (lines[0]?.y ?? 0) > BLOCK.top + BLOCK.line * 1.5
      if (opening) continue
      const call = calls.get(`note-${link.to}`)
      if (call === undefined || call.page !== link.target) continue
      const on = lines.findIndex((l) => l.y > call.y)
      // Where the end of the lemma begins a line, the entry's place is on the line before.
      const at =
        lines[on]?.text.startsWith('月') === true && lines[on - 1]?.text.endsWith('明') === true
          ? on - 1
          : on
      expect([link.to, pages[link.target]?.label, Number(line)]).toEqual([link.to, page, at + 1])
      compared += 1
    }
    expect(compared).toBeGreaterThan(250)
  })

  it('tells where the pages begin, to the character', () => {
    const texts = new Map(
      edition.children.flatMap((w) =>
        [...leafBlocks(w)].map((b) => [b.id, toText(b.node)] as const),
      ),
    )
    let compared = 0
    for (const [i, page] of body.entries()) {
      const start = printed.pages.breaks.find((b) => b.label === pages[page]?.label)
      const line = bodies[i]?.[0]
      if (start === undefined || line === undefined) continue
      const rest = [...(texts.get(start.block) ?? '')]
        .slice(start.offset)
        .join('')
        .replaceAll(/\s/g, '')
      const shown = line.text.replaceAll(/[\s〔〕]/g, '')
      // A page that begins with a table says where the table begins.
      const top = Math.min(
        ...(pages[page]?.glyphs ?? []).filter((g) => g.y > BLOCK.top).map((g) => g.y),
      )
      if (shown === '' || start.offset === 0 || top < line.y - 3) continue
      expect(rest.slice(0, 6)).toBe(shown.slice(0, Math.min(6, rest.length)))
      compared += 1
    }
    expect(compared).toBeGreaterThan(5)
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
  it('passes the checks of a finished PDF', async () => {
    const faults = await checkPdf(printed.pdf, { trim: measures.trim })
    expect(faults).toEqual({ boxes: [], fonts: [], ink: [], metadata: [], tags: [] })
    const wrong = await checkPdf(printed.pdf, { trim: measuresOf('16k').trim })
    expect(wrong.boxes.length).toBeGreaterThan(0)
  })

  it('has the text of the tree', async () => {
    const { blocks } = await extractText(printed.pdf, { withoutCalls: true })
    // What stands beside a word is no part of the tree's plain text.
    const all = blocks.map((b) => b.text.replaceAll(/\s/g, '').replaceAll('tāotiè', '')).join('\n')
    for (const work of edition.children) {
      for (const { id, node } of leafBlocks(work)) {
        // Cells and items are blocks of their own in the file.
        if (node.type === 'table' || node.type === 'list') continue
        const text = toText(node).replaceAll(/\s/g, '')
        expect([id, all.includes(text)]).toEqual([id, true])
      }
    }
  })

  it('is the same each time, to the byte', async () => {
    const small = longEdition(6, true, 2)
    const [one, two] = [await renderPdf(small), await renderPdf(small)]
    expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf))).toBe(true)
    expect(one.pages).toEqual(two.pages)
  })
})
