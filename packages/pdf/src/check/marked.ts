import { identifierOf, nameAt } from '../content/operands.ts'
import type { Operation } from '../content/operations.ts'
import type { PDFRef } from '../pdf-lib.ts'

const PAINT = new Set('S s f F f* B B* b b* sh BI Tj TJ \' "'.split(' '))

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
  operations: readonly Operation[],
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
  for (const operation of operations) {
    const { name, end: at } = operation
    const isInside = stack.includes('tag') || stack.includes('artifact')
    if (PAINT.has(name) && !isInside) faults.push(`byte ${at}: painted outside of marked content`)
    if (name === 'q' || name === 'BT') stack.push(name)
    else if (name === 'Q') shut('q', 'Q', at)
    else if (name === 'ET') shut('BT', 'ET', at)
    else if (name === 'EMC') shut('mark', 'EMC', at)
    else if (name === 'BMC' || name === 'BDC') {
      const mcid = identifierOf(operation)
      if (mcid !== undefined) {
        if (isInside) faults.push(`byte ${at}: tagged content within marked content`)
        mcids.push(mcid)
      }
      const plain = nameAt(operation) === 'Artifact' ? 'artifact' : 'plain'
      stack.push(mcid === undefined ? plain : 'tag')
    } else if (name === 'Do') {
      const ref = form(nameAt(operation) ?? '')
      const owns = ref !== undefined && isMarked(ref)
      if (owns && isInside) faults.push(`byte ${at}: a tagged form within marked content`)
      if (!owns && !isInside) faults.push(`byte ${at}: an object outside of marked content`)
    }
  }
  if (stack.length > 0) faults.push(`at the end: ${stack.join(' ')} still open`)
  return { mcids, faults }
}
