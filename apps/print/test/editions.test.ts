import type { Session } from '@huijiao/browser'
import { checkPdf } from '@huijiao/pdf'
import { type PrintedLink, type PrintedPage, readPrinted } from '@huijiao/proof'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measuresOf, pageBox } from '../src/measures.ts'
import { renderPdf, startBrowser } from '../src/render.ts'
import { longEdition } from './fixture.ts'
import { openPairs } from './geometry.ts'

const isCall = (pages: readonly PrintedPage[], link: PrintedLink): boolean =>
  link.to.startsWith('note-') && pages[link.page]?.label !== '' && link.page <= link.target

let browser: Session
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe('vertical setting', () => {
  it('sets lines downward and leftward on a grid, notes at the left edge', async () => {
    const small = longEdition(6, true, 1)
    const meta = { ...small.meta, layout: 'vertical' as const }
    const { pdf } = await renderPdf({ ...small, meta }, { browser })
    const measures = measuresOf('a5')
    const box = pageBox(measures, 0, true)
    const pages = await readPrinted(pdf)
    const page = pages[pages.findIndex((p) => p.label === '2')]
    if (page === undefined) throw new Error('no page 2')
    const text = page.glyphs.filter((g) => Math.abs(g.size - measures.em * 0.75) < 0.2)
    const columns = [...new Set(text.map((g) => Math.round(g.x)))].toSorted((a, b) => b - a)
    expect(columns.length).toBeGreaterThan(5)
    expect(columns.length).toBeLessThanOrEqual(Math.round(box.text.width / measures.line) * 2)
    const words = page.glyphs.map((g) => g.text).join('')
    expect(words).toMatch(/[『「]/)
    expect(words).not.toMatch(/[“‘]/)
    const within = (y: number) => y > box.top * 0.75 && y < (box.top + box.text.height) * 0.75
    const notes = page.glyphs.filter(
      (g) => Math.abs(g.size - measures.small.em * 0.75) < 0.2 && within(g.y),
    )
    expect(notes.length).toBeGreaterThan(0)
    expect(Math.max(...notes.map((g) => g.x))).toBeLessThan(Math.min(...columns) + measures.line)
  })
})

describe('a long book', () => {
  it('of 150 pages has every note on the page of its call', async () => {
    const { pdf, pages: json } = await renderPdf(longEdition(150), { browser })
    expect(json.pages).toBeGreaterThan(130)
    const pages = await readPrinted(pdf)
    const links = pages.flatMap((p) => p.links).filter((l) => isCall(pages, l))
    expect(links.length).toBeGreaterThan(100)
    const astray = (all: readonly PrintedLink[]) => all.filter((l) => l.page !== l.target)
    expect(astray(links)).toEqual([])
    expect(
      astray(links.map((l, i) => (i === 80 ? { ...l, target: l.target + 1 } : l))),
    ).toHaveLength(1)
  })
})

describe('trims and marks', () => {
  it.each(['32k', '16k', 'a4'] as const)('prints %s at its size, with bleed', async (trim) => {
    const { pdf } = await renderPdf(longEdition(4, true, 1), { trim, marks: true, browser })
    const how = { bleed: 3, around: 10 }
    const faults = await checkPdf(pdf, { trim: measuresOf(trim).trim, ...how })
    expect(faults.boxes).toEqual([])
    expect(faults.ink).toEqual([])
    expect(faults.fonts).toEqual([])
    // Whether the browser closes marks up by itself depends on the size.
    const pages = await readPrinted(pdf)
    expect(pages.flatMap((p) => openPairs(p.glyphs))).toEqual([])
    const other = await checkPdf(pdf, { trim: measuresOf('a5').trim, ...how })
    expect(other.boxes.length).toBeGreaterThan(0)
  })
})
