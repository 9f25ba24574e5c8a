import type { PrintedPage } from '@huijiao/proof'
import { expect, it } from 'vitest'
import { callsOf } from '../faults.ts'
import { kinsokuFaults, type Line, leftOf, lonely, openPairs, strays, told } from '../geometry.ts'
import type { Read } from './book.ts'

/** Checks the lines: what begins and ends them, what stands alone. */
export function lineChecks(book: () => Read): void {
  it('begins and ends no line with what may not stand there', () => {
    const { bodies } = book()
    expect(kinsokuFaults(bodies.flat()).map(told)).toEqual([])
    const line: Line = { page: 0, y: 0, from: 0, to: 1, text: '，也' }
    expect(kinsokuFaults([line, { ...line, text: '说：“' }])).toHaveLength(2)
  })

  it('closes up pairs of marks, in every face and size', () => {
    const { pages, changed } = book()
    const open = (all: readonly PrintedPage[]) => all.flatMap((p) => openPairs(p.glyphs))
    expect(open(pages)).toEqual([])
    const pair = { text: '也）。', x: 0, y: 0, width: 1, size: 8, sideways: false }
    expect(open(changed(0, (p) => ({ glyphs: [...p.glyphs, pair] })))).toEqual(['）。'])
  })

  it('begins no line with the call of a note', () => {
    const { pages, body, block, changed } = book()
    const atHead = (all: readonly PrintedPage[]) =>
      body.flatMap((p) =>
        (all[p]?.glyphs ?? [])
          .filter((g) => g.size < block.size * 0.7 && g.text.startsWith('〔'))
          .filter((g) => g.x < leftOf(p, block) + 1),
      )
    expect(atHead(pages)).toEqual([])
    const [at = 0] = body
    const size = block.size * 0.6
    const x = leftOf(at, block)
    const call = { text: '〔', x, y: block.top + 20, width: 4, size, sideways: false }
    expect(atHead(changed(at, (p) => ({ glyphs: [...p.glyphs, call] })))).toHaveLength(1)
  })

  it('leaves no first or last line of a paragraph alone on its page', () => {
    const { printed, pages, bodies, block } = book()
    const within = new Set(printed.pages.breaks.filter((b) => b.offset > 0).map((b) => b.label))
    expect(within.size).toBeGreaterThan(5)
    const continued = (p: number) => within.has(pages[p]?.label ?? '')
    const crowded = (p: number) => {
      const lines = bodies.find(([l]) => l?.page === p)?.length ?? 1
      return callsOf(pages, [p]).length / lines >= 7
    }
    expect(bodies.filter(([l]) => l !== undefined && crowded(l.page)).length).toBeLessThan(40)
    expect(strays(bodies, block, continued, crowded)).toEqual([])
    const line = (page: number, from: number): Line => {
      return { page, y: 0, from: leftOf(page, block) + from, to: 1, text: '行' }
    }
    const indent = block.size * 2
    const spoilt = [
      [line(0, 0), line(0, indent)],
      [line(1, 0), line(1, indent)],
    ]
    const spoilers = strays(
      spoilt,
      block,
      () => true,
      () => false,
    )
    expect(spoilers).toHaveLength(2)
  })

  it('leaves no single character on the last line of a paragraph', () => {
    const { bodies, block } = book()
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
}
