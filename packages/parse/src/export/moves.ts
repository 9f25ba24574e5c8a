import { heaviestRise } from '@huijiao/collate'
import { placeOf, type TokenizedWitness } from '@huijiao/model'
import type { EditionResult } from '../pipeline.ts'

/** A passage that a witness has in another place than the text. */
export interface Move {
  readonly work: string
  readonly siglum: string
  readonly file: string
  /** Where the witness has it. */
  readonly line: number
  readonly column: number
  readonly characters: number
  /** Its first words. */
  readonly text: string
}

/** Characters that are told of a passage. */
const TOLD = 16

/** Passages that stand once in the text and elsewhere in a witness. */
export function movesIn({ works, input }: EditionResult): Move[] {
  const sources = new Map(input.sources.map((source) => [source.file, source]))
  return works.flatMap((work) =>
    work.witnesses.flatMap((witness, w) => {
      const runs: (readonly [start: number, end: number])[] = putInOrder(witness)
      for (const { moved, spans } of work.units) {
        const [start, end] = spans[w] ?? [0, 0]
        if (moved !== 'elsewhere' || start === end) continue
        const last = runs.at(-1)
        if (last !== undefined && last[1] === start) runs[runs.length - 1] = [last[0], end]
        else runs.push([start, end])
      }
      return runs.flatMap(([start, end]) => {
        const source = sources.get(witness.file)
        const at = witness.tokens[start]?.at
        if (source === undefined || at === undefined) return []
        const { line, column } = placeOf(source, at)
        const text = witness.tokens.slice(start, Math.min(end, start + TOLD)).map(({ t }) => t)
        return [
          {
            work: work.spec.id,
            siglum: witness.siglum,
            file: witness.file,
            line,
            column,
            characters: end - start,
            text: text.join(''),
          },
        ]
      })
    }),
  )
}

/** A stretch of a witness's blocks that follow one another in the file, by token indexes. */
interface Stretch {
  readonly start: number
  readonly end: number
  /** Offset in the file. */
  readonly at: number
}

/**
 * Passages that segmentation put into the order of the other witnesses: of the stretches that it joined, those that do
 * not stand in the file in the order of the text.
 */
function putInOrder(witness: TokenizedWitness): (readonly [start: number, end: number])[] {
  const stretches: Stretch[] = []
  for (const [k, token] of witness.tokens.entries()) {
    const last = stretches.at(-1)
    const isFirst = witness.tokens[k - 1]?.block !== token.block
    const join = isFirst ? witness.text.blocks[token.block]?.join : undefined
    const begins = join?.evidence.some(({ reason }) => reason.kind === 'order') === true
    if (last === undefined || begins) stretches.push({ start: k, end: k + 1, at: token.at })
    else stretches[stretches.length - 1] = { ...last, end: k + 1 }
  }
  const kept = heaviestRise(stretches, ({ at, start, end }) => ({ place: at, weight: end - start }))
  return stretches.flatMap((s) => (kept.has(s) ? [] : [[s.start, s.end] as const]))
}
