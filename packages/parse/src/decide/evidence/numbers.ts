import type { Evidence, Locus } from '../../model.ts'
import type { EvidenceContext } from '../types.ts'

/** 理校: a number or date that cannot be (a decade such as 1937年代, a thirteenth month). */
export function numbers(_locus: Locus, context: EvidenceContext): Evidence[] {
  const faults = context.candidates.map((c) => impossible(context.left, c.marked, context.right))
  return context.candidates.flatMap((candidate, i): Evidence[] => {
    const fault = faults.find((f, k) => k !== i && f !== undefined)
    if (faults[i] !== undefined || fault === undefined) return []
    return [
      {
        method: '理校',
        kind: 'number',
        supports: candidate.text,
        weight: 3.5,
        reason: `他读作“${fault}”，数目不合事理。`,
        places: [],
      },
    ]
  })
}

const RULES: readonly { readonly pattern: RegExp; readonly valid: (n: number) => boolean }[] = [
  { pattern: /(\d{2,4})年代/gu, valid: (n) => n % 10 === 0 },
  { pattern: /(\d+)月(?!份?来)/gu, valid: (n) => n >= 1 && n <= 12 },
  { pattern: /月(\d+)[日号]/gu, valid: (n) => n >= 1 && n <= 31 },
  { pattern: /(?:午|晚|晨|日)(\d+)[时点](?!\d*间)/gu, valid: (n) => n <= 24 },
  { pattern: /[时点](\d+)分(?!钟|之)/gu, valid: (n) => n < 60 },
]

/** The first impossible number that touches the reading. */
export function impossible(left: string, reading: string, right: string): string | undefined {
  const text = left + reading + right
  const start = left.length
  const end = start + reading.length
  for (const { pattern, valid } of RULES) {
    for (const m of text.matchAll(pattern)) {
      const from = m.index
      if (from > end || from + m[0].length < start) continue
      if (!valid(Number(m[1]))) return m[0]
    }
  }
  return undefined
}
