import type { Evidence } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import table from '../../data/antonyms.json' with { type: 'json' }
import type { EvidenceContext } from '../types.ts'

/** 理校, 对文: the reading forms with its neighbour the counterpart of a word nearby (小处……大处). */
export function antithesis(_locus: Locus, context: EvidenceContext): Evidence[] {
  const near = `${context.leftFolded.slice(-16)}\u0000${context.rightFolded.slice(0, 16)}`
  const matched = context.candidates.map((c) => counterpart(c.key, context, near))
  return context.candidates.flatMap((candidate, i): Evidence[] => {
    const pair = matched[i]
    if (pair === undefined || matched.some((m, k) => k !== i && m !== undefined)) return []
    return [
      {
        method: '理校',
        supports: candidate.text,
        weight: 1.8,
        reason: { kind: 'antithesis', counterpart: pair },
        places: [],
      },
    ]
  })
}

function counterpart(key: string, context: EvidenceContext, near: string): string | undefined {
  if (key.length !== 1) return undefined
  for (const [a, b] of table.pairs as [string, string][]) {
    const opposite = key === a ? b : key === b ? a : undefined
    if (opposite === undefined) continue
    const after = context.rightKey[0]
    if (after !== undefined && near.includes(opposite + after)) return opposite + after
    const before = context.leftKey.at(-1)
    if (before !== undefined && near.includes(before + opposite)) return before + opposite
  }
  return undefined
}
