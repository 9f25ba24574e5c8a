import type { RulingNote } from '@huijiao/ast'
import type { CollatedWork, JoinEvidence, LemmaCharacter, LogicalBlock } from '@huijiao/model'

/** A place where text is missing. */
export interface Gap {
  /** Why the program holds it to be missing; none where the editor says so. */
  readonly evidence: readonly JoinEvidence[]
  readonly ruling?: RulingNote
  /** Extent of the missing text, in the words of the ruling. */
  readonly extent?: string
}

/** By index of the lemma character that follows; the length of the reading text for a gap at its end. */
export type Gaps = ReadonlyMap<number, Gap>

/** Where text is missing in the reading text: a witness has a gap there and no other witness fills it. */
export function gapsOf(work: CollatedWork, lemma: readonly LemmaCharacter[]): Map<number, Gap> {
  const gaps = new Map<number, Gap>()
  const placeOf = work.witnesses.map((_, w) => placesOf(lemma, w))
  for (const [w, witness] of work.witnesses.entries()) {
    for (const { start, evidence } of gapsInSource(witness.text.blocks)) {
      const token = witness.tokens.findIndex(
        (t) => t.at >= start && sameBlockPart(t.at, start, witness.text.blocks),
      )
      const at = placeOf[w]?.get(token)
      if (token < 0 || at === undefined) continue
      const before = token === 0 ? -1 : (placeOf[w]?.get(token - 1) ?? -2)
      // Another witness has something here: nothing is missing from the text.
      if (before === at - 1) gaps.set(at, { evidence })
    }
  }
  return gaps
}

function placesOf(lemma: readonly LemmaCharacter[], witness: number): Map<number, number> {
  const places = new Map<number, number>()
  for (const [at, c] of lemma.entries()) {
    const token = c.tokens[witness] ?? -1
    if (token >= 0) places.set(token, at)
  }
  return places
}

function gapsInSource(blocks: readonly LogicalBlock[]): (Gap & { start: number })[] {
  return blocks.flatMap((block) =>
    block.parts.flatMap((part, k) => {
      const join = k === 0 ? (block.join ?? part.join) : part.join
      return join?.kind === 'lacuna' ? [{ start: part.start, evidence: join.evidence }] : []
    }),
  )
}

function sameBlockPart(at: number, start: number, blocks: readonly LogicalBlock[]): boolean {
  return blocks.some((b) => b.parts.some((p) => p.start === start && at >= p.start && at < p.end))
}
