import type { Evidence } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import { isIllegible } from '@huijiao/text'
import type { EvidenceContext } from '../types.ts'

/** No other evidence can make a sign for what could not be read into text: the most that all of it weighs. */
const CERTAIN = 20

/**
 * 对校: a sign for an illegible character (□) says only that there is one; a witness that has a character says which.
 *
 * 桥是□隆年间 ｜ 桥是乾隆年间 → 乾
 */
export function illegible(_locus: Locus, { candidates }: EvidenceContext): Evidence[] {
  const signs = (text: string): boolean => Array.from(text).some(isIllegible)
  if (!candidates.some(({ text }) => signs(text))) return []
  return candidates
    .filter(({ text }) => text !== '' && !signs(text))
    .map(({ text }) => ({
      method: '对校',
      supports: text,
      weight: CERTAIN,
      reason: { kind: 'illegible' },
      places: [],
    }))
}
