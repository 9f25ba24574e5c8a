import type { Evidence } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import type { EvidenceContext } from '../types.ts'

/** A passage is printed once: no other evidence can print it again. */
const CERTAIN = 20

/** 对校: a passage that a witness has here and others elsewhere, where the text has it, is no addition here. */
export function moved({ unit }: Locus, { work, candidates }: EvidenceContext): Evidence[] {
  if (work.units[unit]?.moved !== 'elsewhere') return []
  return candidates
    .filter(({ text }) => text === '')
    .map(({ text }) => ({
      method: '对校',
      supports: text,
      weight: CERTAIN,
      reason: { kind: 'moved' },
      places: [],
    }))
}
