import type { Evidence, Locus } from '../../model.ts'
import type { EvidenceContext } from '../types.ts'

/** 本校: of two forms of one character the one in the script that the work is written in. */
export function form(_locus: Locus, context: EvidenceContext): Evidence[] {
  const [first] = context.candidates
  if (first === undefined || context.candidates.some((c) => c.key !== first.key)) return []
  // Matching keys are in simplified script: what equals its key is simplified or has no other form.
  const fits = context.candidates.filter((c) => (c.text === c.key) === context.simplified)
  const [winner] = fits
  if (winner === undefined || fits.length > 1) return []
  return [
    {
      method: '本校',
      kind: 'form',
      supports: winner.text,
      weight: 3.8,
      reason: `全篇用${context.simplified ? '简' : '繁'}体字形。`,
      places: [],
    },
  ]
}
