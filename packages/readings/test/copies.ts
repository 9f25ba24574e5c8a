import type { CollatedWork, Source, WitnessText } from '@huijiao/model'
import { substitutionCost } from '@huijiao/text'
import { align } from '../src/align/align.ts'
import { sourceOf } from './builders.ts'

/** One work of copies that are whole, each a witness by itself: 甲, 乙, 丙 … */
export function aligned(copies: readonly string[]): { work: CollatedWork; sources: Source[] } {
  const sources = copies.map((c, i) => sourceOf('甲乙丙丁戊'[i] ?? '', c))
  const texts = sources.map(
    (s): WitnessText => ({
      work: 'w',
      siglum: s.siglum,
      file: s.file,
      blocks: [{ role: 'paragraph', parts: [{ start: 0, end: s.points.length }] }],
      certainty: 'high',
      evidence: [],
    }),
  )
  const spec = { id: 'w', title: '', supplied: false, placement: 'body' } as const
  const byFile = new Map(sources.map((s) => [s.file, s]))
  return {
    work: align({ id: 'w', texts, recensions: [] }, spec, byFile, substitutionCost),
    sources,
  }
}

/** Edit distance. */
export function distance(a: string, b: string): number {
  let row = Uint32Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, c] of [...a].entries()) {
    const next = new Uint32Array(b.length + 1)
    next[0] = i + 1
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (c === b[j - 1] ? 0 : 1),
      )
    }
    row = next
  }
  return row[b.length] ?? 0
}
