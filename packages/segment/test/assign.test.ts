import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign, type Candidate } from '../src/order/assign.ts'

/** The greatest total, by trying all assignments. */
function greatest(rows: number, columns: number, gains: readonly Candidate[]): number {
  const table = Array.from({ length: rows }, () => new Map<number, number>())
  for (const { row, column, gain } of gains) table[row]?.set(column, gain)
  const best = (row: number, taken: ReadonlySet<number>): number => {
    if (row === rows) return 0
    let most = best(row + 1, taken)
    for (let column = 0; column < columns; column++) {
      const gain = table[row]?.get(column)
      if (gain === undefined || taken.has(column)) continue
      most = Math.max(most, gain + best(row + 1, new Set([...taken, column])))
    }
    return most
  }
  return best(0, new Set())
}

const problem = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      gains: fc
        .array(fc.option(fc.integer({ min: -3, max: 12 })), {
          minLength: rows * columns,
          maxLength: rows * columns,
        })
        .map((cells) =>
          cells.flatMap((gain, at) =>
            gain === null ? [] : [{ row: Math.floor(at / columns), column: at % columns, gain }],
          ),
        ),
    }),
  )

describe('assign', () => {
  it('finds the greatest total', () => {
    fc.assert(
      fc.property(problem, ({ rows, columns, gains }) => {
        const found = assign(rows, columns, gains)
        expect(new Set(found.map(({ row }) => row)).size).toBe(found.length)
        expect(new Set(found.map(({ column }) => column)).size).toBe(found.length)
        const total = found.reduce((sum, { gain }) => sum + gain, 0)
        expect(total).toBe(greatest(rows, columns, gains))
      }),
      { seed: 4, numRuns: 400 },
    )
  })

  it('gives no margin above what forbidding the pair costs', () => {
    fc.assert(
      fc.property(problem, ({ rows, columns, gains }) => {
        const total = greatest(rows, columns, gains)
        for (const { row, column, margin } of assign(rows, columns, gains)) {
          const without = gains.filter((pair) => pair.row !== row || pair.column !== column)
          expect(margin).toBeLessThanOrEqual(total - greatest(rows, columns, without) + 1e-9)
        }
      }),
      { seed: 5, numRuns: 200 },
    )
  })
})
