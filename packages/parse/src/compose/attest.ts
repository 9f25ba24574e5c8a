import type { Attestation } from '@huijiao/ast'
import { type CollatedWork, inPrint, type LemmaCharacter, type Source } from '@huijiao/model'
import { isContent } from '@huijiao/text'

/** Where each witness has a stretch of characters, or null where it is not one stretch of its source. */
export type Sources = ReadonlyMap<string, Source>

/**
 * Whether two neighbouring characters of the reading text may share one run: the same witnesses have both,
 * and in each source nothing but punctuation, space and markup lies between.
 */
export function continuesRun(
  work: CollatedWork,
  sources: Sources,
  left: LemmaCharacter,
  right: LemmaCharacter,
): boolean {
  return left.tokens.every((token, w) => {
    const next = right.tokens[w] ?? -1
    if (token < 0 || next < 0) return token < 0 && next < 0
    if (next !== token + 1) return false
    const witness = work.witnesses[w]
    const from = witness?.tokens[token]?.at ?? 0
    const to = witness?.tokens[next]?.at ?? 0
    const points = sources.get(witness?.file ?? '')?.points ?? []
    if (to < from || to - from > LONGEST_GAP) return false
    return !points.slice(from + 1, to).some(isContent)
  })
}

/** More space than any wrap leaves between two characters of a line. */
const LONGEST_GAP = 64

/** A span of a witness with its place on the printed page. */
function placedIn(
  sources: Sources,
  { siglum, file }: Pick<Attestation, 'siglum' | 'file'>,
  start: number,
  end: number,
): Attestation {
  const source = sources.get(file)
  const print = source === undefined ? null : inPrint(source, start, end)
  return { siglum, file, start, end, ...(print === null ? {} : { print }) }
}

/** The attestations of a run of characters that {@link continuesRun} holds together. */
export function attest(
  work: CollatedWork,
  sources: Sources,
  run: readonly LemmaCharacter[],
): Attestation[] {
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined) return []
  return work.witnesses.flatMap((witness, w) => {
    const from = witness.tokens[first.tokens[w] ?? -1]
    const to = witness.tokens[last.tokens[w] ?? -1]
    return from === undefined || to === undefined
      ? []
      : [placedIn(sources, witness, from.at, to.at + 1)]
  })
}

/** Where a witness has the tokens of a unit; empty at its place where it has none. */
export function attestUnit(
  work: CollatedWork,
  sources: Sources,
  unit: number,
  witness: number,
): Attestation {
  const { siglum, file, tokens } = work.witnesses[witness] ?? { siglum: '', file: '', tokens: [] }
  const [start, end] = work.units[unit]?.spans[witness] ?? [0, 0]
  const from = tokens[start]
  const last = tokens[end - 1]
  if (start < end && from !== undefined && last !== undefined) {
    return placedIn(sources, { siglum, file }, from.at, last.at + 1)
  }
  const before = tokens[start - 1]
  const place = before === undefined ? (tokens[start]?.at ?? 0) : before.at + 1
  return { siglum, file, start: place, end: place }
}
