import type { Operators } from './scan.ts'

/** The operands of an operator as written. */
export function operandText(bytes: Uint8Array, operators: Operators, index: number): string {
  const from = operators.start[index] ?? 0
  const to = operators.at[index] ?? 0
  let text = ''
  for (let position = from; position < to; position++) {
    text += String.fromCharCode(bytes[position] ?? 0)
  }
  return text
}

/** The operands of an operator, split at white space. */
export function operandWords(bytes: Uint8Array, operators: Operators, index: number): string[] {
  return operandText(bytes, operators, index)
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** The operands of an operator as numbers; undefined where one is not a number. */
export function operandNumbers(
  bytes: Uint8Array,
  operators: Operators,
  index: number,
): number[] | undefined {
  const numbers = operandWords(bytes, operators, index).map(Number)
  return numbers.some(Number.isNaN) ? undefined : numbers
}
