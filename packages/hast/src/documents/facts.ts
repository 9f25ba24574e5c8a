import { type Edition, lacunaeOf, leafBlocks } from '@huijiao/ast'
import type { PresentedWork } from '../present/present.ts'
import { parallelRows } from '../present/parallel.ts'
import type { Facts } from '../strings/conventions/types.ts'

/** Features of a rendering of an edition, for its editorial note. */
export function factsOf({ meta, children }: Edition, works: readonly PresentedWork[]): Facts {
  const numbered = works.flatMap(({ entries }) => entries.filter((e) => e.number > 0))
  const apps = numbered.flatMap((e) => e.loci.map((l) => l.app))
  const blocks = children.flatMap((work) => [...leafBlocks(work)].map((b) => b.node))
  const has = (type: string): boolean => JSON.stringify(children).includes(`"type":"${type}"`)
  const gaps = children.flatMap((work) => [...lacunaeOf(work)])
  return {
    collated: children.some((w) => w.sigla.length > 1),
    undecided: apps.some((a) => a.certainty === 'undecided'),
    errors: numbered.some((e) => !e.note),
    versions: numbered.some((e) => e.note && e.loci.some((l) => l.app.certainty !== 'undecided')),
    entries: works.some(({ entries }) => entries.length > 0),
    style: meta.apparatus ?? 'marks',
    conjectures: numbered.some((e) =>
      e.points.some((p) => p.sigla.length === 0 && p.variants.length > 0),
    ),
    recurring: numbered.some((e) => e.again.length > 0),
    listedPunctuation: works.some(({ entries }) => entries.some((e) => e.number === 0)),
    supplied: blocks.some((b) => b.type === 'title' && b.supplied === true),
    gaps: gaps.some((gap) => gap.quantity === undefined),
    missing: gaps.some((gap) => gap.quantity !== undefined),
    lacking: children.some((w) => (w.lacks ?? []).length > 0),
    appendix: children.some((w) => w.placement === 'appendix'),
    sourceNotes: has('sourceNoteCall'),
    inlineNotes: has('inlineNote'),
    names: has('properName'),
    parallel: works.some((work) => parallelRows(work).length > 0),
  }
}
