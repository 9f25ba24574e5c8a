import { headContext, headScore } from './heads.ts'
import { measures } from './layout.ts'
import { isClosingDateline, opensWithDateline } from './marks.ts'
import type { Match } from './matches.ts'
import type { NgramModel } from './ngrams.ts'
import { type Footholds, footholds, type Overlap, overlaps } from './overlap.ts'
import { repeatedHeads } from './repeats.ts'
import { type Seam, seam } from './seam.ts'
import { type Beginning, beginningOf, type Ending, endingOf, textOf } from './syntax.ts'
import type { Page } from './types.ts'

/** All that is observed of one source before anything is decided; arrays are by atom. */
export interface Survey {
  readonly page: Page
  readonly measure: readonly number[]
  readonly endings: readonly Ending[]
  readonly beginnings: readonly Beginning[]
  /** The cut between an atom and the next one in the file. */
  readonly seams: readonly Seam[]
  /** Log-odds of being a headline. */
  readonly heads: readonly number[]
  /** For a headline that stands a second time: the atom of the first; else -1. */
  readonly repeats: readonly number[]
  readonly closing: readonly boolean[]
  readonly opening: readonly boolean[]
  readonly footholds: Footholds
  readonly overlaps: ReadonlyMap<number, ReadonlyMap<number, Overlap>>
}

export function survey(
  pages: readonly Page[],
  matches: readonly (readonly Match[])[],
  model: NgramModel,
  titles: readonly string[],
): Survey[] {
  const context = headContext(pages, titles)
  return pages.map((page, index) => {
    const texts = page.atoms.map((atom) => textOf(page, atom))
    const measure = measures(page)
    const seams = page.atoms.map((_, at) => seam(model, page, at, at + 1))
    const held = footholds(page, matches[index] ?? [])
    const heads: number[] = []
    for (const at of page.atoms.keys()) {
      heads.push(headScore(page, measure, seams, context, at, heads[at - 1] ?? -9))
    }
    return {
      page,
      measure,
      endings: texts.map(endingOf),
      beginnings: texts.map(beginningOf),
      seams,
      heads,
      repeats: repeatedHeads(page, heads),
      closing: texts.map(isClosingDateline),
      opening: texts.map(opensWithDateline),
      footholds: held,
      overlaps: overlaps(held, pages),
    }
  })
}
