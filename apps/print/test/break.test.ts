import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakPages } from '../src/paginate/break.ts'
import type { BrokenPage, Galley, PageShape, Unit } from '../src/paginate/model.ts'

const SHAPE: PageShape = { height: 200, line: 20, noteLine: 10, rule: 10 }

/** Units of so many lines, one below the other; `h` before the number: a head. */
function galley(
  spec: string,
  notes: readonly [unit: number, line: number, lines: number][] = [],
): Galley {
  const units: Unit[] = []
  let top = 0
  for (const word of spec.split(' ')) {
    const head = word.startsWith('h')
    const lines = Number(head ? word.slice(1) : word)
    const ends = head
      ? [top + lines * 20]
      : Array.from({ length: lines }, (_, i) => top + (i + 1) * 20)
    units.push({ top, bottom: top + lines * 20, ends, keepWithNext: head })
    top += lines * 20
  }
  return {
    units,
    notes: notes.map(([unit, line, lines], i) => ({ id: `n${i}`, unit, line, lines })),
  }
}

const begins = (pages: readonly BrokenPage[]) => pages.map((p) => `${p.unit}:${p.line}`)

describe('breakPages', () => {
  it('fills pages with whole lines', () => {
    expect(begins(breakPages(galley('25'), SHAPE))).toEqual(['0:0', '0:10', '0:20'])
  })

  it('leaves no first line of a paragraph alone at the foot, and no last line at the head', () => {
    expect(begins(breakPages(galley('9 5'), SHAPE))).toEqual(['0:0', '1:0'])
    expect(begins(breakPages(galley('4 7 2'), SHAPE))).toEqual(['0:0', '1:5'])
    expect(begins(breakPages(galley('9 3 2'), SHAPE))).toEqual(['0:0', '1:0'])
  })

  it('leaves no fewer than four lines for the last page', () => {
    expect(begins(breakPages(galley('12'), SHAPE))).toEqual(['0:0', '0:8'])
    expect(begins(breakPages(galley('10 1 1'), SHAPE))).toEqual(['0:0', '0:8'])
    expect(begins(breakPages(galley('10 4'), SHAPE))).toEqual(['0:0', '1:0'])
    // A document that is no longer stays as short.
    expect(begins(breakPages(galley('2'), SHAPE))).toEqual(['0:0'])
  })

  it('puts no head at the foot of a page', () => {
    expect(begins(breakPages(galley('8 h2 4'), SHAPE))).toEqual(['0:0', '1:0'])
    expect(begins(breakPages(galley('7 h1 h1 4'), SHAPE))).toEqual(['0:0', '1:0'])
  })

  it('takes fewer lines where notes need room', () => {
    const pages = breakPages(galley('22', [[0, 2, 3]]), SHAPE)
    expect(begins(pages)).toEqual(['0:0', '0:8', '0:18'])
    expect(pages[0]?.notes).toEqual([{ id: 'n0', from: 0, to: 3, of: 3 }])
  })

  it('moves a line over rather than its note', () => {
    const pages = breakPages(galley('20', [[0, 9, 1]]), SHAPE)
    expect(begins(pages)[1]).toBe('0:9')
    expect(pages[0]?.notes).toEqual([])
    expect(pages[1]?.notes).toEqual([{ id: 'n0', from: 0, to: 1, of: 1 }])
  })

  it('divides a note that is longer than a page, and loses none of it', () => {
    const pages = breakPages(galley('12', [[0, 1, 60]]), SHAPE)
    const parts = pages.flatMap((p) => p.notes)
    expect(pages[0]?.notes[0]?.from).toBe(0)
    expect(parts.map((n) => n.to - n.from).reduce((a, b) => a + b)).toBe(60)
    for (const [i, part] of parts.entries()) expect(part.from).toBe(parts[i - 1]?.to ?? 0)
  })

  it('goes on with the notes when the text has ended', () => {
    const pages = breakPages(galley('1', [[0, 0, 90]]), SHAPE)
    expect(pages.length).toBeGreaterThan(4)
    expect(pages.at(-1)).toMatchObject({ unit: 1, used: 0 })
  })

  it('leaves room for what is repeated at the head of the next page', () => {
    const plain = galley('1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1')
    const led = { ...plain, units: plain.units.map((u) => ({ ...u, lead: 20 })) }
    expect(begins(breakPages(led, SHAPE))).toEqual(['0:0', '10:0', '19:0'])
    // Within a row as well.
    const [row] = galley('25').units
    const tall = { units: row === undefined ? [] : [{ ...row, lead: 20 }], notes: [] }
    expect(begins(breakPages(tall, SHAPE))).toEqual(['0:0', '0:10', '0:19'])
  })

  const spec = fc.array(
    fc.record({
      lines: fc.integer({ min: 1, max: 24 }),
      head: fc.boolean(),
      notes: fc.array(fc.record({ at: fc.nat(23), lines: fc.integer({ min: 1, max: 30 }) }), {
        maxLength: 5,
      }),
    }),
    { minLength: 1, maxLength: 30 },
  )

  it('keeps order, page height and every line of every note, whatever comes', () => {
    fc.assert(
      fc.property(spec, (parts) => {
        const words = parts.map((p) => (p.head ? `h${Math.min(3, p.lines)}` : String(p.lines)))
        const notes = parts
          .flatMap((p, unit) =>
            p.notes.map((n): [number, number, number] => [
              unit,
              p.head ? 0 : n.at % p.lines,
              n.lines,
            ]),
          )
          .toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
        const made = galley(words.join(' '), notes)
        const pages = breakPages(made, SHAPE)
        for (const [i, page] of pages.entries()) {
          const lines = page.notes.reduce((sum, n) => sum + n.to - n.from, 0)
          const height = page.used + (lines > 0 ? SHAPE.rule + lines * SHAPE.noteLine : 0)
          expect(height).toBeLessThanOrEqual(SHAPE.height + 0.6)
          const next = pages[i + 1]
          const onward = next === undefined || next.used === 0
          const place = (p: BrokenPage) => p.unit * 1000 + p.line
          expect(onward || place(next) > place(page)).toBe(true)
        }
        for (const note of made.notes) {
          const own = pages.flatMap((p, page) =>
            p.notes.filter((n) => n.id === note.id).map((n) => ({ ...n, page })),
          )
          expect(own.reduce((sum, n) => sum + n.to - n.from, 0)).toBe(note.lines)
          own.forEach((n, i) => expect(n.from).toBe(own[i - 1]?.to ?? 0))
        }
      }),
      { seed: 7, numRuns: 400 },
    )
  })

  it('begins every note on the page of its call while a line calls no more than a page holds', () => {
    fc.assert(
      fc.property(spec, (parts) => {
        const words = parts.map((p) => String(p.lines))
        const notes = parts.flatMap((p, unit) =>
          p.notes
            .slice(0, 1)
            .map((n): [number, number, number] => [unit, n.at % p.lines, Math.min(n.lines, 6)]),
        )
        const made = galley(words.join(' '), notes)
        const pages = breakPages(made, SHAPE)
        for (const note of made.notes) {
          const page = pages.findLastIndex(
            (p) =>
              p.used > 0 && (p.unit < note.unit || (p.unit === note.unit && p.line <= note.line)),
          )
          expect(pages[page]?.notes.map((n) => n.id)).toContain(note.id)
        }
      }),
      { seed: 7, numRuns: 400 },
    )
  })
})
