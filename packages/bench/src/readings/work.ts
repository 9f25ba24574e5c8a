import { type CollatedWork, type Source, sourceOf, type WitnessText } from '@huijiao/model'
import { align } from '@huijiao/readings'
import { substitutionCost } from '@huijiao/text'
import type { CopyText, Trial } from './set.ts'

/** The copies of a trial as one work, aligned: what finding works in files costs is measured by another bench. */
export function collatedTrial({ copies }: Trial): CollatedWork {
  const made = copies.map((copy) => witnessOf(copy))
  const byFile = new Map(made.map(({ source }) => [source.file, source]))
  const spec = { id: 'w', title: '', supplied: false, placement: 'body' } as const
  const texts = made.map(({ text }) => text)
  return align({ id: 'w', texts, recensions: [] }, spec, byFile, substitutionCost)
}

function witnessOf({ siglum, blocks }: CopyText): { source: Source; text: WitnessText } {
  const file = `${siglum}.txt`
  const written = blocks.map((lines) => lines.join('\n')).join('\n\n')
  const source = sourceOf(written, { file, siglum, sha256: '', encoding: 'utf-8' })
  let at = 0
  const logical = blocks.map((lines) => {
    const parts = lines.map((line, i) => {
      const start = at
      at += [...line].length + 1
      const join = { kind: 'wrap', certainty: 'high', evidence: [] } as const
      return { start, end: at - 1, ...(i === 0 ? {} : { join }) }
    })
    at += 1
    return { role: 'paragraph', parts: parts.filter((p) => p.start < p.end) } as const
  })
  const text: WitnessText = {
    work: 'w',
    siglum,
    file,
    blocks: logical.filter(({ parts }) => parts.length > 0),
    certainty: 'high',
    evidence: [],
  }
  return { source, text }
}
