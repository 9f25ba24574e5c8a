import type { Source } from '@huijiao/model'
import { foldText } from '@huijiao/segment'
import type { Quote } from '../protocol/acts.ts'

/** Content characters of a quotation: as few as tell a place to a reader, and at most. */
const SHORTEST = 6
const LONGEST = 32
const MARKS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/** The folded text of each source, made once. */
const folded = new WeakMap<Source, string>()

function foldedOf(source: Source): string {
  const known = folded.get(source)
  if (known !== undefined) return known
  const made = foldText(source.text)
  folded.set(source, made)
  return made
}

/**
 * Words with which a stretch of a source begins, as many as stand once in it; null where a quotation would be too long.
 * In one witness where another has them twice.
 */
export function quoteAt(source: Source, at: number, sources: readonly Source[]): Quote | null {
  let words = ''
  for (let end = at; end < source.points.length; end += 1) {
    words += source.points[end] ?? ''
    const wanted = foldText(words)
    if (wanted.length < SHORTEST) continue
    if (wanted.length > LONGEST) return null
    if (!standsOnce(wanted, source)) continue
    const text = words.replace(/\s+/gu, ' ').replace(MARKS, '')
    const everywhere = sources.every((other) => !standsTwice(wanted, other))
    return everywhere ? text : { text, siglum: source.siglum }
  }
  return null
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

function standsOnce(wanted: string, source: Source): boolean {
  const whole = foldedOf(source)
  const at = whole.indexOf(wanted)
  return at >= 0 && whole.indexOf(wanted, at + 1) < 0
}

function standsTwice(wanted: string, source: Source): boolean {
  const whole = foldedOf(source)
  const at = whole.indexOf(wanted)
  return at >= 0 && whole.indexOf(wanted, at + 1) >= 0
}
