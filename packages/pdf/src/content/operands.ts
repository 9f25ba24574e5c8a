import { lookup, lookupNumber, textOf } from '../file.ts'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from '../pdf-lib.ts'
import type { Operation } from './operations.ts'

/** The operators that show text. */
export const SHOWS: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"'])

/** The numbers among the operands, in order. */
export function numbersAt({ operands }: Operation): number[] {
  return operands.flatMap((operand) => (operand instanceof PDFNumber ? [operand.asNumber()] : []))
}

/** The name that is the operand at a position: a font, a form, a tag. */
export function nameAt({ operands }: Operation, at = 0): string | undefined {
  const operand = operands[at]
  return operand instanceof PDFName ? operand.decodeText() : undefined
}

/** The properties of a marked-content sequence, where they are said in place. */
function propertiesOf({ operands }: Operation): PDFDict | undefined {
  return operands.find((operand) => operand instanceof PDFDict)
}

/** The identifier by which the structure refers to a marked-content sequence. */
export function identifierOf(operation: Operation): number | undefined {
  const properties = propertiesOf(operation)
  return properties === undefined ? undefined : lookupNumber(properties, 'MCID')
}

/** The replacement text that a marked-content sequence brings. */
export function actualTextOf(operation: Operation): string | undefined {
  const properties = propertiesOf(operation)
  return properties === undefined ? undefined : textOf(lookup(properties, 'ActualText'))
}

/** The bytes of each string among the operands of an operator that shows text. */
export function stringsOf({ operands }: Operation): Uint8Array[] {
  const all = operands.flatMap((operand) =>
    operand instanceof PDFArray ? operand.asArray() : [operand],
  )
  return all.flatMap((operand) =>
    operand instanceof PDFString || operand instanceof PDFHexString ? [operand.asBytes()] : [],
  )
}
