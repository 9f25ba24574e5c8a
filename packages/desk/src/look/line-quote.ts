import type { Look } from '../collation/session.ts'
import type { LineQuote } from '../protocol/views.ts'
import { fileOf, titleAt } from './answers.ts'
import { quoteAt } from './quote.ts'

/** Words that point to a line of a source, and the line as a title. */
export function lineQuote({ sources }: Look, file: string, at: number): LineQuote {
  const source = sources.find((s) => s.file === file)
  if (source === undefined) return { quote: null, title: '', file }
  let start = at
  while (/\s/u.test(source.points[start] ?? '')) start += 1
  return {
    quote: quoteAt(source, start, sources),
    title: titleAt(source.points, start),
    file: fileOf(source),
  }
}
