import { collate } from '@huijiao/collate'
import type {
  AlignedUnit,
  CollatedWork,
  SegmentedWork,
  Source,
  TokenizedWitness,
  WorkSpec,
} from '@huijiao/model'
import { inPlainForms } from './plain-forms.ts'
import { tokenize } from './tokenize.ts'

/** Cost from 0 to 1 of reading one matching key for another; 1 for unrelated characters. */
export type SubstitutionCost = (a: string, b: string) => number

/** Aligns the content of all witnesses of a work. The result does not depend on their order. */
export function align(
  work: SegmentedWork,
  spec: WorkSpec,
  sources: ReadonlyMap<string, Source>,
  substitution: SubstitutionCost,
): CollatedWork {
  const witnesses = inPlainForms(
    work.texts.map((text) => {
      const source = sources.get(text.file)
      if (source === undefined) throw new Error(`no source for ${text.file}`)
      return tokenize(text, source)
    }),
  )
  // A siglum may have several files: names for the aligner must differ.
  const alignment = collate(
    witnesses.map((w) => ({ siglum: `${w.siglum}\u0000${w.file}`, tokens: w.tokens })),
    { substitution },
  )
  const preference = rank(witnesses, work, spec)
  return {
    spec,
    witnesses,
    recensions: work.recensions,
    units: withMoves(
      withCoverage(alignment.units, witnesses),
      alignment.transpositions.map(({ places }) => places),
      preference,
    ),
    base: preference[0] ?? 0,
    preference,
  }
}

/**
 * Marks where a witness has no text because it does not reach there: before its first and after its last
 * token, and in the gaps that segmentation found. Elsewhere an empty span is an omission.
 */
function withCoverage(
  units: readonly { readonly equal: boolean; readonly spans: AlignedUnit['spans'] }[],
  witnesses: readonly TokenizedWitness[],
): AlignedUnit[] {
  const gaps = witnesses.map(lacunaPositions)
  return units.map(({ equal, spans }) => ({
    equal,
    spans,
    covers: spans.map(([start, end], w) => {
      if (start < end) return true
      const length = witnesses[w]?.tokens.length ?? 0
      return start > 0 && start < length && !(gaps[w]?.has(start) ?? false)
    }),
  }))
}

/**
 * Decides where the text has each moved passage: where most witnesses have it, or in a tie where the base text does.
 * A witness that has it elsewhere lacks nothing here; where it is not printed, the others do not have it.
 *
 * @param moves of each passage its places, each as indexes of units.
 */
function withMoves(
  units: readonly AlignedUnit[],
  moves: readonly (readonly (readonly number[])[])[],
  preference: readonly number[],
): AlignedUnit[] {
  const moved = [...units]
  for (const places of moves) {
    const holders = places.map((place) =>
      preference.filter((w) => place.some((u) => isFull(units[u]?.spans[w]))),
    )
    const rank = (at: number): number => preference.indexOf(holders[at]?.[0] ?? -1)
    const [here] = [...places.keys()].toSorted(
      (a, b) => (holders[b]?.length ?? 0) - (holders[a]?.length ?? 0) || rank(a) - rank(b),
    )
    for (const [at, place] of places.entries()) {
      for (const u of place) {
        const unit = units[u]
        if (unit === undefined) continue
        const covers = unit.spans.map((span, w) => {
          if (isFull(span)) return true
          const has = holders.some((held) => held.includes(w))
          return at === here ? !has && (unit.covers[w] ?? false) : has
        })
        moved[u] = { ...unit, covers, moved: at === here ? 'here' : 'elsewhere' }
      }
    }
  }
  return moved
}

const isFull = (span: AlignedUnit['spans'][number] | undefined): boolean =>
  span !== undefined && span[0] < span[1]

/** Indexes of tokens before which text of the witness is missing. */
function lacunaPositions(witness: TokenizedWitness): Set<number> {
  const starts = new Set<number>()
  for (const block of witness.text.blocks) {
    if (block.join?.kind === 'lacuna' && block.parts[0]) starts.add(block.parts[0].start)
    for (const part of block.parts) if (part.join?.kind === 'lacuna') starts.add(part.start)
  }
  const positions = new Set<number>()
  if (starts.size === 0) return positions
  const sorted = [...starts].sort((a, b) => a - b)
  const spans = witness.text.blocks.flatMap((b) => b.parts)
  for (const start of sorted) {
    const part = spans.find((p) => p.start === start)
    if (part === undefined) continue
    const index = witness.tokens.findIndex((t) => t.at >= part.start && t.at < part.end)
    if (index >= 0) positions.add(index)
  }
  return positions
}

/** The editor's base first, then the base recension, then by how much of the work a witness has. */
function rank(
  witnesses: readonly TokenizedWitness[],
  work: SegmentedWork,
  spec: WorkSpec,
): number[] {
  const baseRecension = work.recensions.find((r) => r.base)?.id
  const score = (w: TokenizedWitness): readonly [number, number, number] => [
    w.siglum === spec.base ? 1 : 0,
    baseRecension === undefined || w.recension === baseRecension ? 1 : 0,
    w.tokens.length,
  ]
  return witnesses
    .map((w, index) => ({ index, score: score(w), name: `${w.siglum}\u0000${w.file}` }))
    .sort(
      (a, b) =>
        b.score[0] - a.score[0] ||
        b.score[1] - a.score[1] ||
        b.score[2] - a.score[2] ||
        (a.name < b.name ? -1 : 1),
    )
    .map((r) => r.index)
}
