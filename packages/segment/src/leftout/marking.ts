import type { SegmentedWork, Tile } from '@huijiao/model'
import type { Mark } from '../page/tiles.ts'
import type { Survey } from '../survey/survey.ts'
import type { Run } from '../works/runs.ts'
import type { TitleOf } from '../works/titles.ts'

/** What was made of all sources. */
interface Made {
  readonly works: readonly SegmentedWork[]
  readonly drafts: readonly (readonly Run[])[]
  readonly dealt: readonly TitleOf[]
  /** By draft: the id of its work. */
  readonly names: ReadonlyMap<number, string>
}

/** What every stretch of one source is: text of a work, or a kind of furniture. */
export function marksOf(
  survey: Survey,
  source: number,
  { works, drafts, dealt, names }: Made,
): Mark[] {
  const { page } = survey
  const owner = new Map<number, string>()
  for (const [draft, runs] of drafts.entries()) {
    const name = names.get(draft)
    for (const run of runs) {
      if (run.source !== source || name === undefined) continue
      for (const { atom } of run.steps) owner.set(atom, name)
    }
  }
  for (const title of dealt) {
    const name = names.get(title.work)
    if (title.source !== source || name === undefined) continue
    for (const atom of title.atoms) owner.set(atom, name)
  }
  const jumps = new Map<number, number>()
  for (const { index, jumpIn, jumpOut } of page.atoms) {
    for (const jump of [jumpIn, jumpOut]) if (jump !== null) jumps.set(jump.start, index)
  }
  const marks: Mark[] = page.furniture.map((span) => {
    const work = span.kind === 'jump-line' ? owner.get(jumps.get(span.start) ?? -1) : undefined
    return {
      start: span.start,
      end: span.end,
      role: span.kind,
      ...(work === undefined ? {} : { work }),
    }
  })
  const covered = new Set<number>()
  for (const work of works) {
    for (const text of work.texts) {
      if (text.file !== page.source.file) continue
      for (const { start, end } of text.blocks.flatMap((block) => block.parts)) {
        marks.push({ start, end, role: 'text', work: work.id })
        covered.add(start)
      }
    }
  }
  for (const atom of page.atoms) {
    if (covered.has(atom.start)) continue
    const first = survey.repeats[atom.index] ?? -1
    const work = owner.get(first >= 0 ? first : atom.index)
    const role: Tile['role'] = first >= 0 ? 'repeated-headline' : 'newspaper-headline'
    marks.push({ start: atom.start, end: atom.end, role, ...(work === undefined ? {} : { work }) })
  }
  return marks
}
