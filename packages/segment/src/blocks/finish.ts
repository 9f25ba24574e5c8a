import type { Segmentation, SegmentedWork, WorkSpec } from '@huijiao/model'
import { doubtsOf } from '../leftout/doubts.ts'
import { marksOf } from '../leftout/marking.ts'
import { tilesOf } from '../page/tiles.ts'
import type { Survey } from '../survey/survey.ts'
import type { Run } from '../works/runs.ts'
import type { TitleOf } from '../works/titles.ts'
import type { BuiltWork } from './build.ts'

/** Orders and names the works, tiles the sources, lists the doubts. */
export function finish(
  built: readonly BuiltWork[],
  drafts: readonly (readonly Run[])[],
  dealt: readonly TitleOf[],
  surveys: readonly Survey[],
  specs: readonly WorkSpec[] | null,
): Segmentation {
  const rank = (id: string): number => {
    const at = (specs ?? []).findIndex((spec) => spec.id === id)
    return at < 0 ? Number.POSITIVE_INFINITY : at
  }
  const ordered = [...built].sort((a, b) =>
    rank(a.work.id) === rank(b.work.id) ? a.draft - b.draft : rank(a.work.id) - rank(b.work.id),
  )
  let unnamed = 0
  const used = new Set((specs ?? []).map((spec) => spec.id))
  const works: SegmentedWork[] = []
  const names = new Map<number, string>()
  for (const { work, draft } of ordered) {
    let id = work.id
    while (id === '') {
      const candidate = `work-${++unnamed}`
      if (!used.has(candidate)) id = candidate
    }
    names.set(draft, id)
    if (work.texts.length === 0) continue
    works.push({ ...work, id, texts: work.texts.map((text) => ({ ...text, work: id })) })
  }
  for (const spec of specs ?? []) {
    if (!works.some(({ id }) => id === spec.id))
      works.push({ id: spec.id, texts: [], recensions: [] })
  }
  const tiles = surveys.flatMap((survey, source) =>
    tilesOf(survey.page, marksOf(survey, source, { works, drafts, dealt, names })),
  )
  return { works, tiles, doubts: doubtsOf(works, tiles, surveys, specs) }
}
