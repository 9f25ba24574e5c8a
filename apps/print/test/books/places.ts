import { leafBlocks, toText } from '@huijiao/ast'
import { present, toBook } from '@huijiao/hast'
import type { PrintedPage } from '@huijiao/proof'
import { expect, it } from 'vitest'
import { callsOf, misplacedNotes, wrongContents, wrongReferences, wrongStarts } from '../faults.ts'
import { leftOf } from '../geometry.ts'
import type { Read } from './book.ts'

/** Checks the places: notes, numbers of the contents, references of the appendix, starts of pages. */
export function placeChecks(book: () => Read): void {
  it('has each note begin on the page of its call, below the text', () => {
    const { edition, pages, body: listed, block, small, changed } = book()
    // Pages that begin within a table are not listed, but have notes as well.
    const [from = 0, to = 0] = [listed[0], listed.at(-1)]
    const body = Array.from({ length: to - from + 1 }, (_, i) => from + i)
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

  it('has each mark lead to its entry, from the page that the entry leads to', () => {
    const { edition, pages, body, changed } = book()
    const placed = new Map(
      pages
        .flatMap((p) => p.links)
        .filter((l) => body.includes(l.target) && !body.includes(l.page))
        .map((l) => [l.to, l.target]),
    )
    const lost = (all: readonly PrintedPage[]) => {
      const from = new Map<string, number>()
      for (const link of body.flatMap((p) => all[p]?.links ?? []))
        if (!from.has(link.to)) from.set(link.to, link.page)
      return present(edition)
        .flatMap(({ entries }) => entries.filter((e) => e.number > 0))
        .map((e) => [e.note ? `note-${e.id}` : `entry-${e.id}`, `call-${e.id}`] as const)
        .filter(([to, call]) => from.has(to) && from.get(to) !== placed.get(call))
        .map(([to]) => to)
    }
    expect(placed.size).toBeGreaterThan(10)
    expect(lost(pages)).toEqual([])
    const link = body
      .flatMap((p) => pages[p]?.links ?? [])
      .find((l) => placed.has(l.to.replace(/^(?:entry|note)-/, 'call-')))
    const spoilt = changed(link?.page ?? 0, (p) => ({
      links: p.links.map((l) => (l === link ? { ...l, page: l.page + 1 } : l)),
    }))
    expect(lost(spoilt)).toHaveLength(1)
  })

  it('says the right pages in the contents', () => {
    const { pages, block, changed } = book()
    expect(wrongContents(pages, block)).toEqual([])
    const at = pages.findIndex((p) => p.links.some((l) => l.to.endsWith('-b1')))
    const edge = leftOf(at, block) + block.width - block.size * 2.2
    const spoilt = changed(at, (p) => ({
      glyphs: p.glyphs.map((g) => (g.x > edge && g.text === '1' ? { ...g, text: '2' } : g)),
    }))
    expect(wrongContents(spoilt, block).length).toBeGreaterThan(0)
  })

  it('says the right page and line in the appendix', () => {
    const { edition, pages, body, block } = book()
    // Where entries are found by their marks, the appendix names no lines.
    if (edition.meta.apparatus !== 'lines') return
    const spans = new Map(
      toBook(edition).notes.map(({ id, entry }) => {
        const length = entry.points.reduce((sum, p) => sum + p.end - p.start, 0)
        return [id, length / (block.width / block.size)]
      }),
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
    const { edition, printed, pages, bodies, block, shown } = book()
    const texts = new Map(
      edition.children.flatMap((w) =>
        [...leafBlocks(w)].map((b) => [b.id, [...shown(toText(b.node))]] as const),
      ),
    )
    const starts = (by: number) =>
      printed.pages.breaks
        .filter((b) => b.offset > 0)
        .map((b) => ({
          label: b.label,
          text: (texts.get(b.block) ?? []).slice(b.offset + by).join(''),
        }))
    const { wrong, compared } = wrongStarts(pages, starts(0), bodies, block)
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(5)
    expect(wrongStarts(pages, starts(1), bodies, block).wrong.length).toBeGreaterThan(5)
  })
}
