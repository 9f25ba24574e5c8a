import type { Match } from '../match/matches.ts'
import type { NgramModel } from '../match/ngrams.ts'
import {
  type Cut,
  type Cuts,
  type Footholds,
  footholds,
  type Overlap,
  overlaps,
  readsOver,
} from '../match/overlap.ts'
import { NO_SEAM, type Seam, seam } from '../match/seam.ts'
import { foldText } from '../page/content.ts'
import {
  isBracketedDateline,
  isByline,
  isClosingDateline,
  isLoneName,
  isNameLine,
  isNameLong,
  isNumbered,
  isSubtitle,
  opensWithDateline,
} from '../page/marks.ts'
import { type Beginning, beginningOf, type Ending, endingOf, textOf } from '../page/syntax.ts'
import type { Page } from '../page/types.ts'
import { type Cohesion, cohesionOf } from './cohesion.ts'
import { type Context, contextOf } from './contexts.ts'
import { type HeadContext, headContext, headScore } from './heads.ts'
import { raiseKin } from './kin.ts'
import { measures } from './layout.ts'
import { openingsOf } from './openings.ts'
import { repeatedHeads } from './repeats.ts'
import { type Topics, topicsOf } from './topics.ts'

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
  /** Log-likelihood ratio of beginning a paragraph, by the form of the line. */
  readonly openings: readonly number[]
  /** For a headline that stands a second time: the atom of the first; else -1. */
  readonly repeats: readonly number[]
  /** Log-odds that a paragraph is followed by the next one in the file, by how often it surely is not. */
  readonly flow: number
  /** Log-odds that a line of a column is followed by the next one in the file. */
  readonly wrap: number
  readonly closing: readonly boolean[]
  readonly opening: readonly boolean[]
  /** The cuts of all sources. */
  readonly cuts: readonly Cuts[]
  readonly footholds: Footholds
  readonly overlaps: ReadonlyMap<number, ReadonlyMap<number, Overlap>>
  readonly topics: Topics
  /** The text around each atom, as far as it is known to run on. */
  readonly context: Context
  readonly cohesion: Cohesion
  /** For a headline that the edition names as a title. */
  readonly named: readonly boolean[]
  /** Nothing shows that the lines of the file stand out of order: none is moved. */
  readonly ordered: boolean
  /** Depth of the headings of sections, by atom, where the file is in order. */
  readonly depths: ReadonlyMap<number, number>
}

export function survey(
  pages: readonly Page[],
  matches: readonly (readonly Match[])[],
  model: NgramModel,
  titles: readonly string[],
): Survey[] {
  const context = headContext(pages, titles)
  const topics = topicsOf(pages)
  const alone = pages.map((page) => look(page, model, context))
  const held = pages.map((page, index) => footholds(page, matches[index] ?? []))
  const plain = alone.map(cutsOf)
  const heads = raiseKin(
    pages,
    alone.map((seen) => seen.heads),
    (source, at) => {
      const own = held[source]
      if (own === undefined) return false
      return (
        readsOver(own, plain, at - 1, at) ||
        (alone[source]?.endings[at] === 'open' && readsOver(own, plain, at, at + 1))
      )
    },
  )
  const first = alone.map((seen, index) => withHeads(seen, heads[index] ?? seen.heads))
  const firstCuts = first.map(cutsOf)
  const looks = first.map((seen, index) =>
    withHeads(seen, demoted(seen, held[index] ?? { ends: [], starts: [] }, firstCuts)),
  )
  const cuts = looks.map(cutsOf)
  const contexts = looks.map((seen, index) =>
    contextOf(seen.page, topics, runningOn(seen, cuts[index])),
  )
  const cohesion = cohesionOf(pages, contexts, topics)
  return looks.flatMap((seen, index) => {
    const own = held[index] ?? { ends: [], starts: [] }
    const context = contexts[index]
    if (context === undefined) return []
    const found = overlaps(own, cuts)
    return [{ ...seen, cuts, footholds: own, overlaps: found, topics, context, cohesion }]
  })
}

type Look = Omit<Survey, 'cuts' | 'footholds' | 'overlaps' | 'topics' | 'context' | 'cohesion'>

/** The atom that follows each, or -1, as far as the page by itself shows that the text runs on. */
function runningOn({ page, closing, opening }: Look, own: Cuts | undefined): Int32Array {
  return Int32Array.from(page.atoms, (atom, at) => {
    const next = page.atoms[at + 1]
    const cut = own?.cuts[at] ?? 'open'
    if (next === undefined || cut === 'head' || cut === 'under' || cut === 'open') return -1
    if (atom.jumpOut !== null || next.jumpIn !== null) return -1
    return closing[at] === true || opening[at + 1] === true ? -1 : at + 1
  })
}

function withHeads(seen: Look, heads: readonly number[]): Look {
  const repeats = repeatedHeads(seen.page, heads)
  const openings = openingsOf({ ...seen, heads })
  const scored = { ...seen, heads, repeats, openings }
  return { ...scored, ...flowOf(scored) }
}

/** Lines that may stand between a headline and its text. */
const UNDER = 3

/** More than a source is believed at a cut of its own, in nats: it has none there. */
const READ_ON = 5

/**
 * A line without an end that goes on elsewhere, by another source, is no headline but cut short; nor is one
 * that goes on from the line before it in another source's running text.
 */
function demoted(seen: Look, held: Footholds, cuts: readonly Cuts[]): readonly number[] {
  const links = overlaps(held, cuts)
  return seen.heads.map((score, at) => {
    const atom = seen.page.atoms[at]
    if (atom === undefined || atom.level > 0 || score <= 0) return score
    if (seen.named[at] !== true && readsOver(held, cuts, at - 1, at)) return -3
    if (seen.endings[at] !== 'open' || seen.named[at] === true) return score
    const text = textOf(seen.page, atom)
    if (isSubtitle(text)) return score
    // A number makes a heading, unless another source reads on in the middle of a line.
    const enough = isNumbered(text) ? READ_ON : 3
    const whole = 0.7 * (atom.to - atom.from)
    if (held.ends[at]?.some(({ strength }) => strength >= whole) !== true) return score
    // A headline that another source repeats where the text goes on stands before two texts.
    if (links.get(at)?.has(at + 1) === true) return score
    for (const [to, { weight }] of links.get(at) ?? []) {
      if (to > at && to - at <= UNDER) continue
      if (weight > enough && links.get(to - 1)?.has(to) !== true) return -3
    }
    return score
  })
}

/** What one source shows by itself. */
function look(page: Page, model: NgramModel, context: HeadContext): Look {
  const texts = page.atoms.map((atom) => textOf(page, atom))
  const measure = measures(page)
  const endings = texts.map(endingOf)
  const seams = page.atoms.map((_, at) =>
    endings[at] === 'open' || endings[at] === 'pause' ? seam(model, page, at, at + 1) : NO_SEAM,
  )
  const heads: number[] = []
  for (const at of page.atoms.keys()) {
    heads.push(headScore({ page, measures: measure, seams }, context, at, heads[at - 1] ?? -9))
  }
  return {
    page,
    measure,
    seams,
    heads,
    // A name or dateline under a headline is not the beginning of a sentence.
    endings: endings.map((ending, at) =>
      ending === 'open' && isAuthor(texts, heads, at) ? 'colon' : ending,
    ),
    beginnings: texts.map(beginningOf),
    ordered: false,
    depths: new Map(),
    repeats: [],
    openings: [],
    flow: 0,
    wrap: 0,
    closing: texts.map(isClosingDateline),
    opening: texts.map(opensWithDateline),
    named: texts.map((text) => text.length < 300 && context.titles.has(foldText(text))),
  }
}

/** Whether a line is the name of an author, or a dateline alone, by its form and by the headline or date above it. */
function isAuthor(texts: readonly string[], heads: readonly number[], at: number): boolean {
  const text = texts[at] ?? ''
  const underDate = isBracketedDateline(texts[at - 1] ?? '')
  if ((heads[at - 1] ?? 0) <= 0 && !underDate) return false
  if (underDate && isNameLong(text)) return true
  if (opensWithDateline(text) && text.length <= DATED && ALONE.test(text)) return true
  return isByline(text) || isNameLine(text) || isLoneName(text)
}

/** A dateline alone on its line, with the names of reporters, is no longer. */
const DATED = 40
const ALONE = /^[^。！？，]*(?:[电電讯訊]|报道|報導|消息|[）)])$/u

/** How far a source believes itself that an atom is followed by the next. */
function cutsOf({ page, measure, seams, heads, endings, flow }: Look): Cuts {
  const cuts = page.atoms.map((atom, at): Cut => {
    const next = page.atoms[at + 1]
    if (next?.line === atom.line) return 'none'
    if ((heads[at + 1] ?? 0) > 0) return 'head'
    if ((heads[at] ?? 0) > 0) return 'under'
    if (next?.parting === 'apart') return 'open'
    if (endings[at] === 'final' || endings[at] === 'colon') return 'closed'
    const wrapped = (measure[at] ?? 0) > 0 && (measure[at + 1] ?? 0) > 0
    return wrapped && (seams[at]?.score ?? 0) > -1.5 ? 'none' : 'open'
  })
  return { page, cuts, flow }
}

/** Bounds of the flow of a page. */
const CALMEST = 4
const WILDEST = 1.2
/** The same of the lines of a column. */
const EVENEST = 6
const RAGGED = 2.5

/**
 * A page whose sentences often break off is a page whose paragraphs are out of order too, and the lines of
 * its columns at as many places.
 */
function flowOf(seen: Look): { flow: number; wrap: number } {
  const { cuts } = cutsOf(seen)
  let breaks = 0.5
  let places = 6
  let lines = 0
  for (const [at, cut] of cuts.entries()) {
    const atom = seen.page.atoms[at]
    const next = seen.page.atoms[at + 1]
    if (atom === undefined || next === undefined) continue
    const wrapped = (seen.measure[at] ?? 0) > 0
    const open = seen.endings[at] === 'open' || seen.endings[at] === 'pause'
    if (wrapped && open) lines++
    if (cut === 'none' || (wrapped && cut === 'open')) continue
    places++
    const jump = atom.jumpOut !== null || next.jumpIn !== null
    if (jump || (cut === 'open' && (seen.seams[at]?.score ?? 0) < 0.5)) breaks++
    else if (cut === 'head' && (seen.heads[at + 1] ?? 0) > 0 && (seen.heads[at] ?? 0) <= 0) {
      const section = next.level > 1 || isNumbered(textOf(seen.page, next))
      if (!section) breaks += open ? 1 : 0.25
    }
  }
  const rate = breaks / places
  return {
    flow: Math.max(WILDEST, Math.min(CALMEST, Math.log((1 - rate) / rate))),
    wrap: Math.max(RAGGED, Math.min(EVENEST, Math.log((lines + 6) / breaks))),
  }
}
