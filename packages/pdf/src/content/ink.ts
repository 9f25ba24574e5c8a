import type { Edit } from './edit.ts'
import { numbersAt } from './operands.ts'
import type { Operation } from './operations.ts'

/** The operators that set a colour in RGB, and those that set the same in gray. */
const GRAY_OF: ReadonlyMap<string, string> = new Map([
  ['rg', 'g'],
  ['RG', 'G'],
])

/** Whether an operation sets a gray by three equal parts, which a printer would separate into four inks. */
export function isNeutralRgb(operation: Operation): boolean {
  if (!GRAY_OF.has(operation.name)) return false
  const [red, green, blue] = numbersAt(operation)
  return red !== undefined && red === green && green === blue
}

/**
 * Makes gray of RGB with equal parts, so that black prints in one ink; other colours stay.
 *
 * @example `0 0 0 rg` becomes `0 g`, `1 0 0 rg` stays.
 */
export function inkEdits(operations: readonly Operation[]): Edit[] {
  return operations.filter(isNeutralRgb).map(({ name, operands, start, end }) => {
    return { start, end, text: `${String(operands[0])} ${GRAY_OF.get(name)}` }
  })
}
