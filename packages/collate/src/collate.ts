import { alignAll } from './core/columns.ts'
import { intern } from './core/intern.ts'
import { substitutionCost } from './core/scoring.ts'
import { unitsOf } from './core/units.ts'
import type { Alignment, CollateOptions, Span, Unit, Witness } from './model.ts'

/** Aligns witnesses of one text. The result does not depend on their order; see the readme. */
export function collate(witnesses: readonly Witness[], options: CollateOptions = {}): Alignment {
  const interned = intern(witnesses)
  const substitution = substitutionCost(interned.names, options.substitution)
  const profile = alignAll(interned.keys, interned.names.length, substitution)
  const { ends, equal } = unitsOf(profile, interned, substitution, new Int32Array(profile.width))
  const width = interned.keys.length
  const units = equal.map((same, u): Unit => {
    const spans = interned.distinct.map((w): Span => {
      return [u > 0 ? (ends[(u - 1) * width + w] ?? 0) : 0, ends[u * width + w] ?? 0]
    })
    return { equal: same, spans }
  })
  return { sigla: witnesses.map(({ siglum }) => siglum), units, transpositions: [] }
}
