import { type Edition, leafBlocks, toText } from '@huijiao/ast'
import { toBook } from '@huijiao/hast'
import { beforeAll, describe, expect, it } from 'vitest'
import { measuresOf, pageBox } from '../src/measures.ts'
import { checkPdf, extractText } from '../src/pdf/index.ts'
import { type Printed, renderPdf } from '../src/render.ts'
import {
  callsOf,
  misplacedNotes,
  wrongContents,
  wrongOpenings,
  wrongReferences,
  wrongStarts,
} from './faults.ts'
import { hardEdition } from './fixture.ts'
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
import { editionFolders, treeOf } from './sources.ts'

/** Pixels in points. */
const pt = (px: number): number => px * 0.75

const BOOKS: readonly { readonly name: string; readonly make: () => Promise<Edition> }[] = [
  { name: 'the book of hard cases', make: async () => hardEdition() },
  ...editionFolders().map((name) => ({ name, make: () => treeOf(name) })),
]

describe.each(BOOKS)('$name', ({ make }) => {
  let edition: Edition
  let printed: Printed
  let pages: PrintedPage[]
  let body: number[]
  let bodies: Line[][]
  let block: Block
  let small: number

  beforeAll(async () => {
    edition = await make()
    const measures = measuresOf(edition.meta.trim)
    const box = pageBox(measures, 0, false)
    block = {
      size: pt(measures.em),
      line: pt(measures.line),
      width: pt(box.text.width),
      height: pt(box.text.height),
      top: pt(box.top),
      inner: pt(box.inner),
      outer: pt(box.outer),
    }
    small = pt(measures.small.em)
    printed = await renderPdf(edition)
    pages = await readPrinted(printed.pdf)
    const first = pages.findIndex((p) => p.label === '1')
    const works = new Set(edition.children.map((w) => w.id))
    const labels = new Set(
      printed.pages.breaks.filter((b) => works.has(b.document)).map((b) => b.label),
    )
    body = pages.flatMap((p, i) => (i >= first && labels.has(p.label) ? [i] : []))
    bodies = body.map((p) => linesOf(pages, p, block))
  })

  /** The pages with one page changed. */
  const changed = (at: number, change: (page: PrintedPage) => Partial<PrintedPage>) =>
    pages.map((p, i) => (i === at ? { ...p, ...change(p) } : p))
  const told = (line: Line): string => `${line.page} ${line.y.toFixed(1)} ${line.text}`

  it('has pages of the trimmed size, and whole characters by whole lines', () => {
    const { trim, em, line, characters, lines } = measuresOf(edition.meta.trim)
    expect([block.width / pt(em), block.height / pt(line)]).toEqual([characters, lines])
    const wrong = (all: readonly PrintedPage[]) =>
      all.filter(
        (p) =>
          Math.abs(p.width - (trim.width / 25.4) * 72) > 0.05 ||
          Math.abs(p.height - (trim.height / 25.4) * 72) > 0.05,
      )
    expect(wrong(pages)).toEqual([])
    expect(wrong(changed(0, (p) => ({ width: p.width + 0.12 })))).toHaveLength(1)
  })

  it('prints the text at its size: nothing that sticks out has made the book smaller', () => {
    const sizes = (all: readonly PrintedPage[]) =>
      body.flatMap((p) =>
        (all[p]?.glyphs ?? []).filter(
          (g) => g.size > block.size * 0.96 && g.size < block.size * 0.999,
        ),
      )
    expect(bodies.flat().length).toBeGreaterThan(300)
    expect(sizes(pages)).toEqual([])
    const [at = 0] = body
    const shrunk = (page: PrintedPage) => ({
      glyphs: page.glyphs.map((g) => ({ ...g, size: g.size * 0.987 })),
    })
    expect(sizes(changed(at, shrunk)).length).toBeGreaterThan(0)
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

  it('has heads on no blank and no opening', () => {
    const heads = (all: readonly PrintedPage[]) =>
      all.flatMap((p, i) => {
        const opens = p.links.length > 0 && all.some((q) => q.links.some((l) => l.target === i))
        const blank = p.glyphs.every((g) => g.y < block.top || g.y > block.top + block.height + 2)
        const head = p.glyphs.some((g) => g.y < block.top)
        return head && (blank || (opens && isOpening(i))) ? [i] : []
      })
    const isOpening = (i: number) => bodies.some((b) => b[0]?.page === i && opensWork(i))
    const opensWork = (i: number) =>
      printed.pages.breaks.some(
        (b) => b.label === pages[i]?.label && b.offset === 0 && b.block.endsWith('-b1'),
      )
    expect(heads(pages)).toEqual([])
    const blank = pages.findIndex((p) => p.glyphs.length === 0)
    expect(blank).toBeGreaterThan(0)
    const head = { text: '题', x: 100, y: block.top - 20, width: 8, size: 8 }
    expect(heads(changed(blank, () => ({ glyphs: [head] })))).toEqual([blank])
  })

  it('opens each work on a right-hand page', () => {
    const openings = new Set(
      edition.children.flatMap((w) => {
        for (const { id } of leafBlocks(w)) return [id]
        return []
      }),
    )
    expect(openings.size).toBe(edition.children.length)
    expect(wrongOpenings(pages, openings)).toEqual([])
    const link = pages.flatMap((p) => p.links).find((l) => openings.has(l.to))
    if (link === undefined) throw new Error('no opening')
    const spoilt = changed(link.page, (p) => ({
      links: p.links.map((l) => (l === link ? { ...l, target: l.target + 1 } : l)),
    }))
    expect(wrongOpenings(spoilt, openings)).toHaveLength(1)
  })

  it('has every line of the text on the grid', () => {
    const lines = bodies.flat()
    expect(offGrid(lines, block).map(told)).toEqual([])
    const [some, ...rest] = lines
    if (some === undefined) throw new Error('no lines')
    expect(offGrid([{ ...some, y: some.y + 1 }, ...rest], block)).toHaveLength(1)
  })

  it('has nothing beyond the text block', () => {
    expect(overflowing(pages, body, block)).toEqual([])
    const [at = 0] = body
    const x = leftOf(at, block) + block.width
    const far = { text: '出', x, y: block.top + 20, width: block.size, size: block.size }
    const spoilt = changed(at, (p) => ({ glyphs: [...p.glyphs, far] }))
    expect(overflowing(spoilt, body, block)).toHaveLength(1)
  })

  it('begins and ends no line with what may not stand there', () => {
    expect(kinsokuFaults(bodies.flat()).map(told)).toEqual([])
    const line: Line = { page: 0, y: 0, from: 0, to: 1, text: '，也' }
    expect(kinsokuFaults([line, { ...line, text: '说：“' }])).toHaveLength(2)
  })

  it('begins no line with the call of a note', () => {
    const atHead = (all: readonly PrintedPage[]) =>
      body.flatMap((p) =>
        (all[p]?.glyphs ?? [])
          .filter((g) => g.size < block.size * 0.7 && /^\d+$/.test(g.text))
          .filter((g) => g.x < leftOf(p, block) + 1),
      )
    expect(atHead(pages)).toEqual([])
    const [at = 0] = body
    const size = block.size * 0.6
    const call = { text: '1', x: leftOf(at, block), y: block.top + 20, width: 4, size }
    expect(atHead(changed(at, (p) => ({ glyphs: [...p.glyphs, call] })))).toHaveLength(1)
  })

  it('leaves no first or last line of a paragraph alone on its page', () => {
    const within = new Set(printed.pages.breaks.filter((b) => b.offset > 0).map((b) => b.label))
    expect(within.size).toBeGreaterThan(5)
    expect(strays(bodies, block, (p) => within.has(pages[p]?.label ?? ''))).toEqual([])
    const line = (page: number, from: number): Line => {
      return { page, y: 0, from: leftOf(page, block) + from, to: 1, text: '行' }
    }
    const indent = block.size * 2
    const spoilt = [
      [line(0, 0), line(0, indent)],
      [line(1, 0), line(1, indent)],
    ]
    expect(strays(spoilt, block, () => true)).toHaveLength(2)
  })

  it('leaves no single character on the last line of a paragraph', () => {
    expect(bodies.flatMap((lines) => lonely(lines, block)).map(told)).toEqual([])
    const [line] = bodies.flat()
    if (line === undefined) throw new Error('no lines')
    const from = leftOf(line.page, block)
    expect(
      lonely(
        [
          { ...line, from },
          { ...line, from, text: '了。' },
        ],
        block,
      ),
    ).toHaveLength(1)
  })

  it('has each note begin on the page of its call, below the text', () => {
    const notes = toBook(edition).notes.map((n) => n.id)
    expect(new Set(callsOf(pages, body).map((l) => l.to))).toEqual(new Set(notes))
    expect(misplacedNotes(pages, body, block, small)).toEqual([])
    const [call] = callsOf(pages, body)
    if (call === undefined) throw new Error('no call')
    const without = changed(call.page, (p) => ({
      glyphs: p.glyphs.filter((g) => Math.abs(g.size - small) > 0.2),
    }))
    expect(misplacedNotes(without, body, block, small).length).toBeGreaterThan(0)
    const overleaf = changed(call.page, (p) => ({
      links: p.links.map((l) => (l.to === call.to ? { ...l, target: l.target + 1 } : l)),
    }))
    expect(misplacedNotes(overleaf, body, block, small).length).toBeGreaterThan(0)
  })

  it('says the right pages in the contents', () => {
    expect(wrongContents(pages, block)).toEqual([])
    const at = pages.findIndex((p) => p.links.some((l) => l.to.endsWith('-b1')))
    const edge = leftOf(at, block) + block.width - block.size * 2.2
    const spoilt = changed(at, (p) => ({
      glyphs: p.glyphs.map((g) => (g.x > edge && g.text === '1' ? { ...g, text: '2' } : g)),
    }))
    expect(wrongContents(spoilt, block).length).toBeGreaterThan(0)
  })

  it('says the right page and line in the appendix', () => {
    const spans = new Map(
      toBook(edition).notes.map((n) => [
        n.id,
        [...toText(n.app)].length / (block.width / block.size),
      ]),
    )
    const { wrong, compared } = wrongReferences(pages, body, block, spans)
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(10)
    const spoil = (change: (page: number, line: number) => string) =>
      pages.map((p) => ({
        ...p,
        glyphs: p.glyphs.map((g) => {
          const [, page, line] = /^(\d+)\.(\d+)$/.exec(g.text) ?? []
          return page === undefined ? g : { ...g, text: change(Number(page), Number(line)) }
        }),
      }))
    const nextPage = spoil((page, line) => `${page + 1}.${line}`)
    expect(wrongReferences(nextPage, body, block, spans).wrong.length).toBeGreaterThan(10)
    const nextLine = spoil((page, line) => `${page}.${line + 1}`)
    expect(wrongReferences(nextLine, body, block, spans).wrong.length).toBeGreaterThan(0)
  })

  it('tells where the pages begin, to the character', () => {
    const texts = new Map(
      edition.children.flatMap((w) =>
        [...leafBlocks(w)].map((b) => [b.id, [...toText(b.node)]] as const),
      ),
    )
    const starts = (by: number) =>
      printed.pages.breaks
        .filter((b) => b.offset > 0)
        .map((b) => ({
          label: b.label,
          text: (texts.get(b.block) ?? []).slice(b.offset + by).join(''),
        }))
    const { wrong, compared } = wrongStarts(pages, starts(0), bodies)
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(5)
    expect(wrongStarts(pages, starts(1), bodies).wrong.length).toBeGreaterThan(5)
  })

  it('passes the checks of a finished PDF', async () => {
    const { trim } = measuresOf(edition.meta.trim)
    const faults = await checkPdf(printed.pdf, { trim })
    expect(faults).toEqual({ boxes: [], fonts: [], ink: [], metadata: [], tags: [] })
    const wrong = await checkPdf(printed.pdf, { trim: measuresOf('16k').trim })
    expect(wrong.boxes.length).toBeGreaterThan(0)
  })

  it('has the text of the tree, to the character', async () => {
    const { blocks } = await extractText(printed.pdf, { withoutCalls: true })
    // What stands beside a word is no part of the tree's plain text.
    const all = blocks.map((b) => b.text.replaceAll(/\s/g, '').replaceAll('tāotiè', '')).join('\n')
    const missing = (text: string) =>
      edition.children.flatMap((work) =>
        [...leafBlocks(work)]
          // Cells and items are blocks of their own in the file.
          .filter(({ node }) => node.type !== 'table' && node.type !== 'list')
          .filter(({ node }) => !text.includes(toText(node).replaceAll(/\s/g, '')))
          .map(({ id }) => id),
      )
    expect(missing(all)).toEqual([])
    expect(all).not.toMatch(/[\0\u2e80-\u2fdf]/)
    expect(missing(all.replaceAll('，', '、')).length).toBeGreaterThan(0)
  })
})
