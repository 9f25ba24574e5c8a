import { readSource } from '@huijiao/readers'
import { segment } from '@huijiao/segment'
import type { LabelCase } from '../label/case.ts'
import { newspaperFolds } from '../label/newspaper.ts'
import { addScores, headlineRule, NOTHING, scoreWorks, type WorkScore } from '../label/score.ts'

/** Segments each keying of the folds in a folder by itself, without help: the works found, and those of the one-line rule. */
export function newspaperScore(folder: string): {
  readonly found: WorkScore
  readonly rule: WorkScore
} {
  let [found, rule] = [NOTHING, NOTHING]
  for (const fold of newspaperFolds(folder)) {
    found = addScores(found, scoreWorks(fold, worksFound(fold)))
    rule = addScores(rule, scoreWorks(fold, headlineRule(fold)))
  }
  return { found, rule }
}

/** The work that each line was put into, by number; null where it was left out. */
function worksFound({ lines, points }: LabelCase): (number | null)[] {
  const source = readSource('a.txt', '甲', new TextEncoder().encode(points.join('')))
  const places: (number | null)[] = points.map(() => null)
  for (const [work, { texts }] of segment([source], null).works.entries()) {
    for (const { start, end } of texts.flatMap(({ blocks }) =>
      blocks.flatMap(({ parts }) => parts),
    ))
      places.fill(work, start, end)
  }
  return lines.map(({ start }) => places[start] ?? null)
}
