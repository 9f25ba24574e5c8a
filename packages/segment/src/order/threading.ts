import { divide } from '../borders/divide.ts'
import type { NgramModel } from '../match/ngrams.ts'
import { isByline, isLoneName, isNameLine, isNumbered, isSubtitle } from '../page/marks.ts'
import { textOf } from '../page/syntax.ts'
import { contextOf } from '../survey/contexts.ts'
import type { Survey } from '../survey/survey.ts'
import type { Word } from '../word/word.ts'
import { decree } from './decree.ts'
import { doubtfulHead } from './evidence.ts'
import { linksOf } from './links.ts'
import { orderOfFiles } from './order.ts'
import { orderedChains, orderedSurvey, titlesOf } from './ordered.ts'
import type { Thread } from './threads.ts'
import { type Chain, chainsOf } from './threads.ts'

/** Threads, and the surveys of the sources as they look when texts have been followed. */
export interface Threading {
  readonly threads: readonly Thread[]
  readonly surveys: readonly Survey[]
}

/** Follows the best links of every source into threads; those of a file in order follow the file. */
export function threadsOf(first: readonly Survey[], model: NgramModel, word: Word): Threading {
  const own = first.map((survey, source) =>
    followed(
      survey,
      model,
      word.joins.filter((join) => join.source === source),
    ),
  )
  const ordered = orderOfFiles(
    first,
    own.map(({ chains }) => chains),
    word,
  ).map((order) => order.ordered)
  const verdicts = divide(first, ordered, word)
  const threads: Thread[] = []
  const surveys: Survey[] = []
  for (const [source, { chains, survey }] of own.entries()) {
    const before = first[source]
    const inOrder = ordered[source] === true && before !== undefined
    const borders = verdicts[source] ?? []
    const settled = inOrder ? orderedSurvey(before, borders) : survey
    const found = inOrder ? orderedChains(settled, borders, word.joins, source) : chains
    surveys.push(settled)
    for (const chain of found.flatMap((whole) => partLabels(whole, source, word.labels))) {
      const [head] = chain.atoms
      if (chain.atoms.length === 1 && (settled.repeats[head ?? 0] ?? -1) >= 0) continue
      threads.push({
        id: threads.length,
        source,
        atoms: chain.atoms,
        links: chain.links,
        titles: inOrder ? titlesOf(head, borders) : titleCount(survey, chain.atoms),
        length: chain.atoms.reduce((sum, index) => sum + lengthOf(settled.page.atoms[index]), 0),
        label: word.whole.get(source) ?? labelOf(chain.atoms, source, word.labels),
        gaps: word.joins.flatMap((join) =>
          join.source === source && join.lacuna ? [join.to] : [],
        ),
      })
    }
  }
  return { threads, surveys }
}

const lengthOf = (atom: { readonly from: number; readonly to: number } | undefined): number =>
  atom === undefined ? 0 : atom.to - atom.from

/** Log-odds of a headline for a line that is the beginning of a sentence. */
const CUT_SHORT = -3

/** Rounds after the first: what is of one subject is better known when texts have been followed. */
const ROUNDS = 1

/** The best links of one source: first by the text around each cut, then by that of the threads found. */
function followed(
  first: Survey,
  model: NgramModel,
  joins: Word['joins'],
): { chains: Chain[]; survey: Survey } {
  const { page, topics } = first
  const count = page.atoms.length
  let survey = first
  let chains = chainsOf(count, decree(linksOf(survey, model), joins))
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Int32Array(count).fill(-1)
    for (const { links } of chains) {
      for (const link of links) if (link !== null) next[link.from] = link.to
    }
    // What goes on elsewhere in the middle of a sentence is no headline.
    const heads = survey.heads.map((score, at) => {
      const to = next[at] ?? -1
      return to >= 0 && to !== at + 1 && doubtfulHead(survey, at) ? CUT_SHORT : score
    })
    survey = { ...survey, heads, context: contextOf(page, topics, next, first.context) }
    chains = chainsOf(count, decree(linksOf(survey, model), joins))
  }
  return { chains, survey }
}

/** The work that the editor says a chain belongs to; null where nothing is said. */
function labelOf(
  atoms: readonly number[],
  source: number,
  labels: ReadonlyMap<string, number>,
): number | null {
  for (const atom of atoms) {
    const label = labels.get(`${source}:${atom}`)
    if (label !== undefined) return label
  }
  return null
}

/** Cuts a chain at its weakest link wherever the editor has its parts in two works. */
function partLabels(chain: Chain, source: number, labels: ReadonlyMap<string, number>): Chain[] {
  let known: { at: number; label: number } | null = null
  for (const [at, atom] of chain.atoms.entries()) {
    const label = labels.get(`${source}:${atom}`)
    if (label === undefined) continue
    if (known !== null && known.label !== label) {
      let cut = at
      for (let other = at; other > known.at; other--) {
        if ((chain.links[other]?.gain ?? 0) < (chain.links[cut]?.gain ?? 0)) cut = other
      }
      const rest = { atoms: chain.atoms.slice(cut), links: [null, ...chain.links.slice(cut + 1)] }
      const head = { atoms: chain.atoms.slice(0, cut), links: chain.links.slice(0, cut) }
      return [head, ...partLabels(rest, source, labels)]
    }
    known = { at, label }
  }
  return [chain]
}

/** How many atoms at the beginning of a thread are headlines. */
function titleCount({ page, heads, named }: Survey, atoms: readonly number[]): number {
  let count = 0
  for (const index of atoms) {
    const atom = page.atoms[index]
    if (atom === undefined || (heads[index] ?? 0) <= 0) break
    const text = textOf(page, atom)
    if (count === 0 && isSubtitle(text)) break
    if (isByline(text) || isNameLine(text) || (count > 0 && isLoneName(text))) break
    if (isNumbered(text) && atom.level === 0 && named[index] !== true) break
    count++
  }
  return count
}
