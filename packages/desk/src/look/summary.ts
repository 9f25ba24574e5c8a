import { gapItems, isOpen } from '@huijiao/parse'
import type { Summary } from '../protocol/summary.ts'
import type { Look } from '../collation/look.ts'
import type { Left, WorkName } from '../protocol/state.ts'
import { questionsOf } from './questions.ts'

/** What the page is told of a look without asking. */
export const summaryOf = (look: Look): Summary => ({
  made: look.made,
  title: look.config?.title ?? '',
  language: look.config?.language ?? 'zh-Hans-CN',
  works: worksOf(look),
  left: leftIn(look),
  faults: look.faults,
  warnings: look.warnings,
  beginning: look.beginning,
})

function leftIn(look: Look): Left {
  const decisions = look.result?.decided.decisions ?? []
  return {
    questions: questionsOf(look).length,
    loci: decisions.filter(isOpen).length,
    gaps: look.result === null ? 0 : gapItems(look.result).length,
    ruled: look.result?.input.rulings.length ?? 0,
  }
}

/** The works in book order; behind them those that were found and are not listed. */
function worksOf({ config, found }: Look): WorkName[] {
  const listed = (config?.works ?? []).map(({ id, title }) => ({ id, title, listed: true }))
  const known = new Set(listed.map(({ id }) => id))
  const others = (found?.segmentation.works ?? []).filter(({ id }) => !known.has(id))
  return [...listed, ...others.map(({ id }) => ({ id, title: id, listed: false }))]
}
