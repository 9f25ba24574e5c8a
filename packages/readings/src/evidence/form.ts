import type { Evidence } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import { toSimplified, toTraditional } from '@huijiao/text'
import type { EvidenceContext } from '../types.ts'

/** Characters on each side by which a word is known that keeps a form (皇后, 乾坤). */
const REACH = 6

/**
 * 本校: of two forms of one character the one in the script that the work is written in. In some words the script
 * keeps the other form: those are known by the phrase tables of OpenCC.
 */
export function form(_locus: Locus, context: EvidenceContext): Evidence[] {
  const [first] = context.candidates
  if (first === undefined || context.candidates.some((c) => c.key !== first.key)) return []
  const inIt = context.candidates.filter((c) => inScript(c.text, c.key, context))
  // A form of the other script that the phrase tables leave as it is belongs to the word.
  const kept = inIt.filter((c) => c.text !== c.key && context.simplified)
  const fits = kept.length > 0 ? kept : inIt
  const [winner] = fits
  if (winner === undefined || fits.length > 1) return []
  return [
    {
      method: '本校',
      supports: winner.text,
      weight: 3.8,
      reason: { kind: 'form', script: context.simplified ? 'Hans' : 'Hant' },
      places: [],
    },
  ]
}

/** Whether the form is that of the work's script, in the word that contains it. */
function inScript(text: string, key: string, context: EvidenceContext): boolean {
  const left = Array.from(context.left).slice(-REACH)
  const right = Array.from(context.right).slice(0, REACH).join('')
  const length = [...text].length
  const within = (converted: string): string =>
    Array.from(converted)
      .slice(left.length, left.length + length)
      .join('')
  if (context.simplified) return within(toSimplified(left.join('') + text + right)) === text
  // From the simplified forms of the whole, for a word may be written in any.
  const word = toSimplified(left.join('')) + key + toSimplified(right)
  return within(toTraditional(word)) === text
}
