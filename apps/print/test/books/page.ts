import { leafBlocks, toText } from '@huijiao/ast'
import type { Glyphs, PrintedPage } from '@huijiao/proof'
import { expect, it } from 'vitest'
import { toRoman } from '../../src/pages.ts'
import { type Opens, wrongOpenings } from '../faults.ts'
import { isMargin, leftOf, offGrid, overflowing, told } from '../geometry.ts'
import type { Read } from './book.ts'

/** Checks the pages: their size, numbers, heads, openings, grid and edges. */
export function pageChecks(book: () => Read): void {
  it('has pages of the trimmed size, and whole characters by whole lines', () => {
    const { measures, vertical, pages, block, changed } = book()
    const { trim, characters, lines } = measures
    const counted = [block.width / block.size, block.height / block.line]
    // Of the same area, turned: whole lines and characters, whatever their number.
    expect(vertical ? counted.map((n) => n % 1) : counted).toEqual(
      vertical ? [0, 0] : [characters, lines],
    )
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
    const { pages, body, bodies, block, changed } = book()
    const sizes = (all: readonly PrintedPage[]) =>
      body.flatMap((p) =>
        (all[p]?.glyphs ?? []).filter(
          (g) => g.size > block.size * 0.96 && g.size < block.size * 0.999,
        ),
      )
    expect(bodies.flat().length).toBeGreaterThan(250)
    expect(sizes(pages)).toEqual([])
    const [at = 0] = body
    const shrunk = (page: PrintedPage) => ({
      glyphs: page.glyphs.map((g) => ({ ...g, size: g.size * 0.987 })),
    })
    expect(sizes(changed(at, shrunk)).length).toBeGreaterThan(0)
  })

  it('counts front matter in roman numerals and the rest in arabic from 1', () => {
    const { printed, pages, changed } = book()
    expect(misnumbered(pages)).toEqual([])
    expect(printed.pages.pages).toBe(pages.length)
    const first = pages.findIndex((p) => p.label === '1')
    const twice = changed(first + 2, () => ({ label: '2' }))
    expect(misnumbered(twice)).toEqual([first + 2])
    expect(misnumbered(changed(1, () => ({ label: '2' })))).toEqual([1])
    // A page too many in the front matter puts the first arabic number on a left-hand page.
    const [front] = pages
    if (front === undefined) throw new Error('no page')
    expect(misnumbered([front, ...pages]).length).toBeGreaterThan(0)
  })

  it('has heads on no blank and no opening', () => {
    const { printed, pages, bodies, block, changed, vertical } = book()
    const isHead = (g: Glyphs, page: number) =>
      vertical ? g.x + g.width < leftOf(page, block) - 2 : g.y < block.top
    const heads = (all: readonly PrintedPage[]) =>
      all.flatMap((p, i) => {
        const opens = p.links.length > 0 && all.some((q) => q.links.some((l) => l.target === i))
        const blank = p.glyphs.every((g) => isMargin(g, i, block))
        const head = p.glyphs.some((g) => (blank ? isMargin(g, i, block) : isHead(g, i)))
        return head && (blank || (opens && isOpening(i))) ? [i] : []
      })
    const isOpening = (i: number) => bodies.some((b) => b[0]?.page === i && opensWork(i))
    const opensWork = (i: number) =>
      printed.pages.breaks.some(
        (b) => b.label === pages[i]?.label && b.offset === 0 && b.block.endsWith('-b1'),
      )
    expect(heads(pages)).toEqual([])
    const blank = pages.findIndex((p) => p.glyphs.length === 0)
    const bare = blank > 0 ? blank : (bodies[0]?.[0]?.page ?? 0)
    const head = { text: '题', x: 2, y: block.top - 20, width: 8, size: 8, sideways: false }
    expect(heads(changed(bare, (p) => ({ glyphs: [...p.glyphs, head] })))).toEqual([bare])
  })

  it('has a folio at the outer edge of every page but blanks, the title page and the colophon', () => {
    const { printed, pages, block, vertical, changed } = book()
    const silent = new Set(['titlepage', 'colophon'])
    const due = new Set(
      printed.pages.breaks.filter((b) => !silent.has(b.document)).map((b) => b.label),
    )
    const lacking = (all: readonly PrintedPage[]) =>
      all.flatMap((p, i) => {
        const folio = p.glyphs.find((g) => g.text === p.label && isMargin(g, i, block))
        if (!due.has(p.label)) return []
        if (folio === undefined) return [`${p.label}: none`]
        const [from, size] = vertical
          ? [folio.y - block.top, block.height]
          : [folio.x - leftOf(i, block), block.width]
        // In a vertical book the first page is a left-hand one, and turned its left edge is below.
        const isFar = i % 2 === 0
        return (isFar ? from > size * 0.8 : from < size * 0.2) ? [] : [`${p.label}: at ${from}`]
      })
    expect(due.size).toBeGreaterThan(10)
    expect(lacking(pages)).toEqual([])
    const at = pages.findIndex((p) => p.label === '2')
    expect(lacking(changed(at, () => ({ glyphs: [] })))).toEqual(['2: none'])
  })

  it('opens each work where the edition has it open', () => {
    const { edition, measures, pages, block, changed } = book()
    const chosen = edition.meta.openings?.works
    const works = edition.children.flatMap((work): Opens[] => {
      const [first] = leafBlocks(work)
      const short = toText(work).length < measures.characters * measures.lines * 0.5
      const own = work.placement === 'appendix' ? 'page' : (chosen ?? (short ? 'run-on' : 'page'))
      return first === undefined ? [] : [{ id: first.id, how: own }]
    })
    expect(works.length).toBe(edition.children.length)
    expect(wrongOpenings(pages, works, block)).toEqual([])
    const [one, two] = works.filter(({ how }) => how !== 'run-on')
    const links = pages.flatMap((p) => p.links)
    const link = links.find((l) => l.to === two?.id)
    const target = links.find((l) => l.to === one?.id)?.target
    if (link === undefined || target === undefined) throw new Error('no opening')
    const wrong = chosen === 'recto' ? link.target + 1 : target
    const spoilt = changed(link.page, (p) => ({
      links: p.links.map((l) => (l === link ? { ...l, target: wrong } : l)),
    }))
    expect(wrongOpenings(spoilt, works, block).length).toBeGreaterThan(0)
  })

  it('has every line of the text on the grid', () => {
    const { bodies, block } = book()
    const lines = bodies.flat()
    expect(offGrid(lines, block).map(told)).toEqual([])
    const [some, ...rest] = lines
    if (some === undefined) throw new Error('no lines')
    expect(offGrid([{ ...some, y: some.y + 1 }, ...rest], block)).toHaveLength(1)
  })

  it('has nothing beyond the text block', () => {
    const { pages, body, block, changed } = book()
    expect(overflowing(pages, body, block)).toEqual([])
    const [at = 0] = body
    const x = leftOf(at, block) + block.width
    const { size } = block
    const far = { text: '出', x, y: block.top + 20, width: size, size, sideways: false }
    const spoilt = changed(at, (p) => ({ glyphs: [...p.glyphs, far] }))
    expect(overflowing(spoilt, body, block)).toHaveLength(1)
  })
}

/** Pages whose label is not that of their place; the first arabic one must be a right-hand page. */
function misnumbered(pages: readonly PrintedPage[]): number[] {
  const first = pages.findIndex((p) => p.label === '1')
  return pages.flatMap(({ label }, i) => {
    const due = i < first ? toRoman(i + 1) : String(i - first + 1)
    return label === due && first % 2 === 0 ? [] : [i]
  })
}
