import { alignAll } from './core/columns.ts'
import type { Grouping } from './core/grouping.ts'
import { type Interned, intern } from './core/intern.ts'
import { type Groups, groupsOf, movedBlock } from './core/moved.ts'
import { substitutionCost } from './core/scoring.ts'
import { measure } from './core/significance.ts'
import { findMoves } from './core/transpose.ts'
import { unitsOf } from './core/units.ts'
import type { Alignment, CollateOptions, Span, Transposition, Unit, Witness } from './model.ts'

/** Aligns witnesses of one text. The result does not depend on their order; see the readme. */
export function collate(witnesses: readonly Witness[], options: CollateOptions = {}): Alignment {
  const sigla = witnesses.map(({ siglum }) => siglum)
  if (witnesses.length === 0) return { sigla, units: [], transpositions: [] }
  const interned = intern(witnesses)
  const evidence = measure(interned.keys, interned.names)
  const substitution = substitutionCost(interned.names, options.substitution)
  const profile = alignAll(interned.keys, substitution, evidence)
  const moves = findMoves(profile, evidence.bits)
  const means = { substitution, evidence }
  const groups = groupsOf(profile.width, moves)
  const grouping = unitsOf(profile, interned, means, groups.columns)
  const units = spread(grouping, interned, groups.moves)
  const transpositions = moves.map((_, index): Transposition => {
    const { places, inner, sources } = movedBlock(index, groups, grouping, interned, means)
    return { places, units: spread(inner, interned, NOTHING_MOVED, sources) }
  })
  return { sigla, units, transpositions }
}

const NOTHING_MOVED = [-1]

/** Gives the spans of distinct witnesses back to the witnesses as they came in. */
function spread(
  grouping: Grouping,
  { distinct, all }: Interned,
  moves: Groups['moves'],
  sources?: readonly Int32Array[],
): Unit[] {
  const { ends, equal, groups } = grouping
  const width = all.length
  const starts = distinct.map(() => 0)
  return equal.map((same, u) => {
    const spans = distinct.map((w, i): Span => {
      const start = starts[i] ?? 0
      const end = ends[u * width + w] ?? 0
      starts[i] = end
      const source = sources?.[w]
      return source === undefined ? [start, end] : spanIn(source, start, end)
    })
    const transposition = moves[groups[u] ?? 0] ?? -1
    return transposition < 0 ? { equal: same, spans } : { equal: same, spans, transposition }
  })
}

/** The tokens of a witness that some tokens of a block are; in a row, for a unit holds no seam. */
function spanIn(source: Int32Array, start: number, end: number): Span {
  if (start < end) return [source[start] ?? 0, (source[end - 1] ?? 0) + 1]
  const place = start > 0 ? (source[start - 1] ?? 0) + 1 : (source[0] ?? 0)
  return [place, place]
}
