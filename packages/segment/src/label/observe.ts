import { sourceFacts } from './facts.ts'
import { FEATURES } from './features.ts'
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
  const source = sourceFacts(lines)
  const seen = FEATURES.map(({ see }) =>
    source.lines.map((line, at) => see(line, source.lines[at - 1], source, at)),
  )
  const starts = new Int32Array(lines.length + 1)
  const rows: number[] = []
  const add = (index: number, offset: number, value: string): void => {
    const row = rowsOf(index, offset, value)
    if (row >= 0) rows.push(row)
  }
  for (let at = 0; at < lines.length; at++) {
    for (let index = 0; index < FEATURES.length; index++) {
      const reach = FEATURES[index]?.reach ?? 0
      for (let offset = -reach; offset <= reach; offset++) {
        const value = seen[index]?.[at + offset] ?? null
        if (typeof value === 'string') add(index, offset, value)
        else for (const one of value ?? []) add(index, offset, one)
      }
    }
    starts[at + 1] = rows.length
  }
  return { length: lines.length, starts, rows: Int32Array.from(rows) }
}
