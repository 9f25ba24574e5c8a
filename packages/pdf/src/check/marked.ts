import { operandText } from '../content/operand.ts'
import { type Operators, op } from '../content/scan.ts'
import type { PDFRef } from '../pdf-lib.ts'

const PAINT = new Set(
  ['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'BI', 'Tj', 'TJ', "'", '"'].map(op),
)
const NAMES = new Map(
  ['q', 'Q', 'BT', 'ET', 'BMC', 'BDC', 'EMC', 'Do'].map((name) => [op(name), name]),
)

/** What is marked in a content stream, and what is wrong with its marks. */
export interface Marked {
  readonly mcids: readonly number[]
  readonly faults: readonly string[]
}

/**
 * Follows the marked content of a stream. Everything painted must be in a sequence with an identifier or in an
 * artifact, and sequences must nest with graphics states and text objects.
 *
 * @param form the form that a name of the resources means.
 * @param isMarked whether a form brings marked content of its own.
 */
export function followMarks(
  bytes: Uint8Array,
  operators: Operators,
  form: (name: string) => PDFRef | undefined,
  isMarked: (form: PDFRef) => boolean,
): Marked {
  const mcids: number[] = []
  const faults: string[] = []
  const stack: string[] = []
  const shut = (opener: string, closer: string, at: number): void => {
    const open = stack.pop() ?? 'nothing'
    const isPair = opener === 'mark' ? ['tag', 'artifact', 'plain'].includes(open) : open === opener
    if (!isPair) faults.push(`byte ${at}: ${closer} closes ${open}`)
  }
  for (let index = 0; index < operators.count; index++) {
    const code = operators.code[index] ?? 0
    const at = operators.at[index] ?? 0
    const operator = NAMES.get(code)
    const isInside = stack.includes('tag') || stack.includes('artifact')
    if (PAINT.has(code) && !isInside) faults.push(`byte ${at}: painted outside of marked content`)
    if (operator === 'q' || operator === 'BT') stack.push(operator)
    else if (operator === 'Q') shut('q', 'Q', at)
    else if (operator === 'ET') shut('BT', 'ET', at)
    else if (operator === 'EMC') shut('mark', 'EMC', at)
    else if (operator === 'BMC' || operator === 'BDC') {
      const text = operandText(bytes, operators, index)
      const mcid = /\/MCID\s+(\d+)/.exec(text)?.[1]
      if (mcid !== undefined) {
        if (isInside) faults.push(`byte ${at}: tagged content within marked content`)
        mcids.push(Number(mcid))
      }
      const isArtifact = /^\s*\/Artifact\b/.test(text)
      stack.push(mcid !== undefined ? 'tag' : isArtifact ? 'artifact' : 'plain')
    } else if (operator === 'Do') {
      const ref = form(operandText(bytes, operators, index).trim().slice(1))
      const owns = ref !== undefined && isMarked(ref)
      if (owns && isInside) faults.push(`byte ${at}: a tagged form within marked content`)
      if (!owns && !isInside) faults.push(`byte ${at}: an object outside of marked content`)
    }
  }
  if (stack.length > 0) faults.push(`at the end: ${stack.join(' ')} still open`)
  return { mcids, faults }
}
