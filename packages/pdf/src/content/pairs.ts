import type { Operation } from './operations.ts'

/**
 * Pairs `q` with `Q` and `BMC` or `BDC` with `EMC`: for each operation that opens, the index of the one that
 * closes; what stays open is closed after the last operation.
 */
export function closers(operations: readonly Operation[]): number[] {
  const ends = operations.map(() => operations.length)
  const states: number[] = []
  const sequences: number[] = []
  for (const [index, { name }] of operations.entries()) {
    if (name === 'q') states.push(index)
    else if (name === 'BMC' || name === 'BDC') sequences.push(index)
    else if (name === 'Q' || name === 'EMC') {
      const begun = (name === 'EMC' ? sequences : states).pop()
      if (begun !== undefined) ends[begun] = index
    }
  }
  return ends
}
