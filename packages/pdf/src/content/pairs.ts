import { type Operators, op } from './scan.ts'

const SAVE = op('q')
const RESTORE = op('Q')
const BMC = op('BMC')
const BDC = op('BDC')
const EMC = op('EMC')

/**
 * Pairs `q` with `Q` and `BMC` or `BDC` with `EMC`: for each operator that opens, the index of the one that
 * closes; what stays open is closed after the last operator.
 */
export function closers(operators: Operators): Int32Array {
  const ends = new Int32Array(operators.count).fill(operators.count)
  const states: number[] = []
  const sequences: number[] = []
  for (let index = 0; index < operators.count; index++) {
    const code = operators.code[index]
    if (code === SAVE) states.push(index)
    else if (code === BMC || code === BDC) sequences.push(index)
    else if (code === RESTORE || code === EMC) {
      const begun = (code === EMC ? sequences : states).pop()
      if (begun !== undefined) ends[begun] = index
    }
  }
  return ends
}
