import type { Work } from '@huijiao/ast'
import type { Locus, LocusKind } from './model.ts'

/** Witnesses of recensions other than the one that the edition prints. */
export const foreignTo = ({ recensions }: Work): ReadonlySet<string> =>
  new Set(recensions.filter((r) => !r.base).flatMap((r) => r.sigla))

/**
 * What a reader takes a locus for. Where a work has recensions, what only witnesses of the printed one have otherwise
 * is an error of theirs, since another witness or a ruling contradicts them.
 */
export function kindOf({ app, readings }: Locus, work: Work): LocusKind {
  if (app.certainty === 'undecided') return 'open'
  if (app.cause === 'noise') return 'error'
  const foreign = foreignTo(work)
  const others = readings.filter((r) => !r.lemma).flatMap((r) => r.sigla)
  const decided =
    app.ruling !== undefined ||
    readings.some((r) => r.lemma && r.sigla.some((s) => !foreign.has(s)))
  return foreign.size > 0 && decided && !others.some((s) => foreign.has(s)) ? 'error' : 'version'
}
