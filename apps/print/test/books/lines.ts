import type { Glyphs, PrintedPage } from '@huijiao/proof'
import { expect, it } from 'vitest'
import { callsOf } from '../faults.ts'
import {
  fullEndings,
  kinsokuFaults,
  type Line,
  leftOf,
  lonely,
  loosenessOf,
  openPairs,
  rowsOf,
  strays,
  told,
} from '../geometry.ts'
import type { Read } from './book.ts'

/** Calls in a line from which on it may be loosened: of the pieces of such a line none is parted. */
const MANY_CALLS = 5

/** How many calls of notes stand in a line. */
const callsIn = ([first]: readonly Glyphs[], page: PrintedPage | undefined): number =>
  (page?.glyphs ?? []).filter(
    (g) =>
      first !== undefined &&
      g.text.startsWith('〔') &&
      g.size < first.size * 0.7 &&
      Math.abs(g.y - first.y) < first.size,
  ).length

/** Checks the lines: what begins and ends them, what stands alone. */
export function lineChecks(book: () => Read): void {
  it('begins and ends no line with what may not stand there', () => {
    const { bodies } = book()
    expect(kinsokuFaults(bodies.flat()).map(told)).toEqual([])
    const line: Line = { page: 0, y: 0, from: 0, to: 1, text: '，也' }
    expect(kinsokuFaults([line, { ...line, text: '说：“' }])).toHaveLength(2)
  })

  it('spaces out no line: nowhere more than 1.12 em a character, one line in fifty at most 1.025', () => {
    const { pages, printed, body, block, small } = book()
    const { breaks } = printed.pages
    const back = new Set(breaks.filter((b) => b.document === 'apparatus').map((b) => b.label))
    const sizes = new Map([
      ...body.map((p) => [p, block.size] as const),
      ...pages.flatMap(({ label }, p) => (back.has(label) ? [[p, small] as const] : [])),
    ])
    const loose = (all: readonly PrintedPage[]) =>
      [...sizes].flatMap(([p, size]) =>
        rowsOf(all[p])
          .filter(([g]) => g !== undefined && Math.abs(g.size - size) < 0.2)
          .flatMap((row) => {
            const looseness = loosenessOf(row, all[p]?.glyphs ?? [])
            return looseness === undefined ? [] : [{ looseness, calls: callsIn(row, all[p]) }]
          }),
      )
    const found = loose(pages)
    const blown = (lines: typeof found) => lines.filter(({ looseness }) => looseness > 0.12)
    expect(found.length).toBeGreaterThan(100)
    expect(blown(found)).toEqual([])
    // A line of many calls has few places to end.
    const usual = found.filter(({ calls }) => calls < MANY_CALLS)
    const spaced = (lines: typeof found) => lines.filter(({ looseness }) => looseness >= 0.025)
    expect(spaced(usual).length).toBeLessThan(usual.length / 50)
    expect(
      spaced(usual.map((l, i) => (i % 40 === 0 ? { ...l, looseness: 0.03 } : l))).length,
    ).toBeGreaterThan(usual.length / 50)
    const [at = 0] = body
    const spread = Array.from({ length: 9 }, (_, i) => {
      const x = block.inner + i * block.size * 1.2
      return { text: '字', x, y: 1, width: block.size, size: block.size, sideways: false }
    })
    const spoilt = pages.map((p, i) => (i === at ? { ...p, glyphs: [...p.glyphs, ...spread] } : p))
    expect(blown(loose(spoilt))).toHaveLength(1)
  })

  it('sets marks at the end of a line without their blank half', () => {
    const { bodies, block, vertical } = book()
    // In vertical lines these two stand in the middle of their square, and the faces have no half form of them.
    const isCentred = (l: Line) => vertical && /[：；]$/u.test(l.text)
    const whole = (all: readonly (readonly Line[])[]) =>
      all.flatMap((lines) => {
        const full = new Set(fullEndings(lines, block))
        const goesOn = (l: Line | undefined) =>
          l !== undefined && l.from - leftOf(l.page, block) < block.size * 0.6
        return lines.filter((l, i) => full.has(l) && !isCentred(l) && goesOn(lines[i + 1]))
      })
    expect(whole(bodies).map(told)).toEqual([])
    const from = leftOf(0, block)
    const line = { page: 0, y: 1, from, to: from + block.width, text: '行末之号，' }
    expect(whole([[line, { ...line, text: '下一行' }]])).toEqual([line])
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
