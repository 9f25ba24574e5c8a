import { type Foothold, hasEdge, readsOn } from './overlap.ts'
import type { Survey } from './survey.ts'

/** Weight of other sources that have this end, or this beginning, in another neighbourhood. */
export function contradiction(survey: Survey, at: number, next: number, open: boolean): number {
  const firm = (list: readonly Foothold[] | undefined): boolean =>
    list?.some(
      (held) => held.strength >= 14 && held.slack <= 3 && readsOn(survey.cuts[held.other], held.at),
    ) ?? false
  let against = 0
  if (firm(survey.footholds.ends[at])) against += 1
  if (firm(survey.footholds.starts[next])) against += 1
  return -against * (open ? 1.8 : 0.5) - (edged(survey, at, next) ? EDGED : 0)
}

/** What another source that has a text end, or begin, at this place speaks against going on, in nats. */
const EDGED = 3

function edged(survey: Survey, at: number, next: number): boolean {
  const has = (list: readonly Foothold[] | undefined): boolean =>
    list?.some(
      (held) => held.strength >= 16 && held.slack <= 2 && hasEdge(survey.cuts[held.other], held.at),
    ) ?? false
  if ((survey.heads[at] ?? 0) > 0 || (survey.heads[next] ?? 0) > 0) return false
  if (survey.closing[next] === true) return false
  return has(survey.footholds.ends[at]) || has(survey.footholds.starts[next])
}
