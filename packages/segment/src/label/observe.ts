import { FEATURES } from './features.ts'
import { type SourceFacts, sourceFacts } from './facts.ts'
import type { PhysicalLine } from './model.ts'

/** Gives a row to a value of a feature, seen so many lines away; -1 where the value has none. */
export type Rows = (feature: number, offset: number, value: string) => number

/** The rows that each line of a source has: those of line `at` are `rows[starts[at]]` to `rows[starts[at + 1]]`. */
export interface Observation {
  readonly length: number
  readonly starts: Int32Array
  readonly rows: Int32Array
}

/** Looks at the lines of a source, each with its neighbours. */
export function observe(lines: readonly PhysicalLine[], rowsOf: Rows): Observation {
  const seen = valuesOf(sourceFacts(lines))
  const starts = new Int32Array(lines.length + 1)
  const rows: number[] = []
  for (let at = 0; at < lines.length; at++) {
    for (const [index, feature] of FEATURES.entries()) {
      for (let offset = -feature.reach; offset <= feature.reach; offset++) {
        for (const value of seen[at + offset]?.[index] ?? NOTHING) {
          const row = rowsOf(index, offset, value)
          if (row >= 0) rows.push(row)
        }
      }
    }
    starts[at + 1] = rows.length
  }
  return { length: lines.length, starts, rows: Int32Array.from(rows) }
}

const NOTHING: readonly string[] = []

/** What each feature sees of each line. */
function valuesOf(source: SourceFacts): (readonly string[])[][] {
  return source.lines.map((line, at) =>
    FEATURES.map(({ see }) => {
      const value = see(line, source.lines[at - 1], source, at)
      if (value === null) return NOTHING
      return typeof value === 'string' ? [value] : value
    }),
  )
}
