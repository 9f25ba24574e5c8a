import { type Foothold, hasEdge, readsOn } from './overlap.ts'
import { orderOf, type Survey } from './survey.ts'

/** Weight of other sources that have this end, or this beginning, in another neighbourhood. */
export function contradiction(survey: Survey, at: number, next: number, open: boolean): number {
  const firm = (list: readonly Foothold[] | undefined): boolean =>
    list?.some(
      (held) => held.strength >= 14 && held.slack <= 3 && readsOn(survey.cuts[held.other], held.at),
    ) ?? false
  let against = 0
  if (firm(survey.footholds.ends[at])) against += 1
  if (firm(survey.footholds.starts[next])) against += 1
  return -against * (open ? 1.8 : 0.5) - edged(survey, at, next)
}

/** What another source that has a text end, or begin, at this place speaks against going on, in nats. */
const EDGED = 3

/** What the ends of texts in other sources speak: less where their pages are out of order, and break off anywhere. */
function edged(survey: Survey, at: number, next: number): number {
  if ((survey.heads[at] ?? 0) > 0 || (survey.heads[next] ?? 0) > 0) return 0
  if (survey.closing[next] === true) return 0
  const held = [...(survey.footholds.ends[at] ?? []), ...(survey.footholds.starts[next] ?? [])]
  return held.reduce((most, { strength, slack, other, at: place }) => {
    const cuts = survey.cuts[other]
    if (strength < 16 || slack > 2 || !hasEdge(cuts, place)) return most
    return Math.max(most, EDGED * orderOf(cuts?.flow ?? 0))
  }, 0)
}
