import { type App, appsOf, type Certainty, type Edition, type Method } from '@huijiao/ast'

/** What collation found in an edition, and how it was decided. */
export interface Collated {
  readonly content: number
  readonly punctuation: number
  readonly ruled: number
  /** Places by the method that decided them, those that have any. */
  readonly methods: readonly (readonly [Method, number])[]
  readonly certainties: readonly (readonly [Certainty, number])[]
}

const METHODS: readonly Method[] = ['对校', '本校', '他校', '理校']
const CERTAINTIES: readonly Certainty[] = ['high', 'medium', 'low', 'undecided']

/** Counts the loci of an edition; parts of one locus that is divided count once. */
export function collatedIn(edition: Edition): Collated {
  const apps = edition.children.flatMap((work) =>
    [...appsOf(work)].filter((app) => app.continues === undefined),
  )
  const count = (test: (app: App) => boolean): number => apps.filter(test).length
  return {
    content: count((a) => a.layer === 'content'),
    punctuation: count((a) => a.layer === 'punctuation'),
    ruled: count((a) => a.ruling !== undefined),
    methods: METHODS.map((m) => [m, count((a) => a.method === m)] as const).filter(
      ([, n]) => n > 0,
    ),
    certainties: CERTAINTIES.map((c) => [c, count((a) => a.certainty === c)] as const).filter(
      ([, n]) => n > 0,
    ),
  }
}
