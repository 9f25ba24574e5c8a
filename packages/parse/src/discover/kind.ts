import type { WitnessKind } from '@huijiao/ast'
import type { Source } from '@huijiao/model'
import { isWebFurniture } from '@huijiao/segment'
import { READERS } from '@huijiao/readers'

/**
 * Signs that recognition leaves between two Han characters and people do not: a space, a half-width mark, a single
 * letter.
 */
const STRAY = /(?<=\p{Script=Han})(?:[ \t]+|[,.;:!?|_~^=*<>{}\\@#$&]+|[A-Za-z])(?=\p{Script=Han})/gu
/**
 * Strays in 1,000 Han characters below which a text was keyed by hand, and the characters that it takes to say so.
 * Fitted on 24 texts read by an engine (2 and more) and 14 of a canon (none).
 */
const FEW = 0.1
/** Ideographs below which a rate of strays says nothing. */
const ENOUGH = 3000

/**
 * What kind of copy a file is, by its text: what web pages set around a text points to the web, text in printed lines
 * to PDF, text without the strays of recognition to a careful hand, the rest to recognition.
 */
export function kindOf({ text, format }: Source): WitnessKind {
  const known = READERS.find(({ id }) => id === format)?.kind
  if (known !== undefined) return known
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (/^#{1,6} |\*\*|https?:\/\/[^\s)]{1,2000}\)/mu.test(text) || lines.some(isWebFurniture))
    return 'web'
  const length = (some: readonly string[]): number => some.reduce((sum, l) => sum + l.length, 0)
  const broken = lines.filter((line) => line.length < 60 && /[\p{L}\p{N}，、]$/u.test(line))
  if (lines.length > 10 && length(broken) * 2 > length(lines)) return 'pdf'
  return isKeyed(text) ? 'manual' : 'ocr'
}

function isKeyed(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const strays = text.match(STRAY)?.length ?? 0
  return han >= ENOUGH && 1000 * strays < FEW * han
}
