import type { SourceSpan } from '@huijiao/ast'
import {
  type CollatedWork,
  type Decision,
  fault,
  type LemmaCharacter,
  placeOf,
  type Source,
  type TokenizedWitness,
} from '@huijiao/model'
import type { Gaps } from '@huijiao/readings'
import { isContent, plainForm } from '@huijiao/text'
import type { VFileMessage } from 'vfile-message'
import type { LedgerRow, PlacedWork } from './ledger.ts'

/** Characters quoted on each side of a breach. */
const QUOTED = 10

/**
 * Proves that the reading text sets nothing side by side on its own: two neighbours of it are neighbours in some
 * witness, or meet at a place that is recorded as a join, a gap or a variant.
 *
 * Two tokens of a witness are neighbours where nothing but furniture and marks lies between them in the file, or
 * where segmentation recorded a join between them.
 *
 * @returns a message for each breach, at the place in a source of the character that follows it.
 */
export function adjacency(
  { work, lemma }: PlacedWork,
  decisions: readonly Decision[],
  gaps: Gaps,
  rows: readonly LedgerRow[],
  sources: ReadonlyMap<string, Source>,
): VFileMessage[] {
  const decided = decidedUnits(work, decisions)
  const neighbours = work.witnesses.map((witness) =>
    neighboursIn(witness, rows, sources.get(witness.file)),
  )
  return lemma.flatMap((right, at) => {
    const left = lemma[at - 1]
    if (left === undefined || gaps.has(at)) return []
    if (decided(left.unit, right.unit)) return []
    const attested = neighbours.some((isNeighbour, w) => {
      const [a, b] = [left.tokens[w] ?? -1, right.tokens[w] ?? -1]
      return a >= 0 && b === a + 1 && isNeighbour(b)
    })
    return attested ? [] : [breach(work, lemma, at, sources)]
  })
}

/** Whether a decision was taken on one of two units or on any between them. */
function decidedUnits(
  work: CollatedWork,
  decisions: readonly Decision[],
): (from: number, to: number) => boolean {
  const before = new Int32Array(work.units.length + 1)
  for (const { locus } of decisions) {
    if (locus.work === work.spec.id && locus.layer === 'content') before[locus.unit + 1] = 1
  }
  for (let unit = 0; unit < work.units.length; unit += 1) {
    before[unit + 1] = (before[unit + 1] ?? 0) + (before[unit] ?? 0)
  }
  return (from, to) => (before[to + 1] ?? 0) > (before[from] ?? 0)
}

/** Whether the token at an index of a witness follows the one before it in the file, or at a recorded join. */
function neighboursIn(
  witness: TokenizedWitness,
  rows: readonly LedgerRow[],
  source: Source | undefined,
): (token: number) => boolean {
  const joined = new Set(
    witness.text.blocks.flatMap((block) =>
      block.parts.flatMap((part, k) =>
        (k === 0 ? (block.join ?? part.join) : part.join) === undefined ? [] : [part.start],
      ),
    ),
  )
  const starts = witness.text.blocks
    .flatMap((b) => b.parts.map((p) => p.start))
    .toSorted((a, b) => a - b)
  const texts = rows.filter((r) => r.file === witness.file && r.role === 'text')
  return (token) => {
    const [before, here] = [witness.tokens[token - 1]?.at, witness.tokens[token]?.at]
    if (before === undefined || here === undefined || source === undefined) return false
    if (joined.has(partStart(starts, here))) return true
    // A ligature is several letters; marks that compose with a letter are one with it.
    if (before === here) return true
    return (
      before < here && isEmpty(source, texts, { file: source.file, start: before + 1, end: here })
    )
  }
}

/** Start of the part that an offset stands in. */
function partStart(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return starts[low - 1] ?? -1
}

/** Whether a span holds no content that is text of a work. */
function isEmpty(source: Source, texts: readonly LedgerRow[], { start, end }: SourceSpan): boolean {
  for (let at = start; at < end; at += 1) {
    const point = plainForm(source.points[at] ?? '')
    if (!isContent(point) || /\p{M}/u.test(point)) continue
    if (texts.some((row) => row.start <= at && at < row.end)) return false
  }
  return true
}

function breach(
  work: CollatedWork,
  lemma: readonly LemmaCharacter[],
  at: number,
  sources: ReadonlyMap<string, Source>,
): VFileMessage {
  const quote = (from: number, to: number): string =>
    lemma
      .slice(Math.max(0, from), to)
      .map((c) => c.t)
      .join('')
  const right = lemma[at]
  const w = right?.tokens.findIndex((token) => token >= 0) ?? -1
  const witness = work.witnesses[w]
  const source = sources.get(witness?.file ?? '')
  const offset = witness?.tokens[right?.tokens[w] ?? -1]?.at
  const place = source === undefined || offset === undefined ? {} : placeOf(source, offset)
  const [before, after] = [quote(at - QUOTED, at), quote(at, at + QUOTED)]
  const file = witness?.file ?? `text/${work.spec.id}.txt`
  return fault('adjacency', { file, ...place }, { before, after, work: work.spec.id })
}
