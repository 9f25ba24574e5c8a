import type { Source } from '@huijiao/model'
import { foldText, shortestQuotation, timesIn } from '@huijiao/segment'
import type { Quote } from '../protocol/acts.ts'

/** Content characters of a line that is quoted whole, at most. */
const LONGEST = 32

/**
 * Words with which a stretch of a source begins, as many as stand once in it; null where a quotation would be too long.
 * In one witness where another has them twice.
 */
export function quoteAt(source: Source, at: number, sources: readonly Source[]): Quote | null {
  const text = shortestQuotation(source, { start: at, end: source.points.length }, 'beginning')
  if (text === null) return null
  const everywhere = sources.every((other) => timesIn(other, foldText(text)) < 2)
  return everywhere ? text : { text, siglum: source.siglum }
}

/**
 * Words by which a line is left out: its own alone, or the next line would go with it. A running head that stands on every
 * page is quoted whole, and all of them go.
 */
export function omitAt(source: Source, at: number, sources: readonly Source[]): Quote | null {
  let end = at
  while (end < source.points.length && !/[\r\n]/u.test(source.points[end] ?? '')) end += 1
  const line = source.points.slice(at, end).join('').replace(/\s+/gu, ' ').trim()
  const letters = foldText(line).length
  if (letters > LONGEST) {
    const quote = quoteAt(source, at, sources)
    return quote === null ? null : inWitness(quote, source.siglum)
  }
  return letters < 2 ? null : { text: line, siglum: source.siglum }
}

/** The same words for one witness alone. */
export const inWitness = (quote: Quote, siglum: string): Quote =>
  typeof quote === 'string' ? { text: quote, siglum } : quote
