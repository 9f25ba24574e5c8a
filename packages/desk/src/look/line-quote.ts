import type { Look } from '../collation/look.ts'
import type { LineQuote } from '../protocol/views.ts'
import { fileOf, titleAt } from './answers.ts'
import { omitAt, quoteAt } from './quote.ts'

/** Words that point to a line of a source, and the line as a title. */
export function lineQuote({ sources }: Look, file: string, at: number): LineQuote {
  const source = sources.find((s) => s.file === file)
  if (source === undefined) return { quote: null, omit: null, title: '', supplied: true, file }
  const { points } = source
  let start = at
  while (/\s/u.test(points[start] ?? '')) start += 1
  const quote = quoteAt(source, start, sources)
  return {
    quote,
    omit: omitAt(source, start, sources),
    ...titleAt(points, start),
    file: fileOf(source),
  }
}
