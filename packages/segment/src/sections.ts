import type { JoinEvidence } from '@huijiao/model'
import { isBracketedDateline, isByline, isNameLine, isSubtitle } from './marks.ts'
import type { Mend } from './orphans.ts'
import type { Survey } from './survey.ts'
import { textOf } from './syntax.ts'
import { bodyOf } from './text.ts'
import type { Cluster, Thread } from './works.ts'

/** What a headline without a number needs to open a section and no article, in nats. */
const ARTICLE = 2.5

/**
 * Finds threads that begin with a headline and are a section of the text before them: their headline has
 * neither subtitle, dateline nor byline, the text before is complete, and both are of one subject.
 */
export function findSections(clusters: readonly Cluster[], surveys: readonly Survey[]): Mend[] {
  const threads = clusters.flatMap((cluster) => cluster.threads)
  const home = new Map(clusters.flatMap((c, index) => c.threads.map(({ id }) => [id, index])))
  const previous = threadsBefore(threads, surveys)
  const found: Mend[] = []
  for (const [source, survey] of surveys.entries()) {
    if (survey.ordered) continue
    for (const thread of threads.filter((t) => t.source === source)) {
      const before = previous.get(thread.id)
      if (before === undefined || !mayBeSection(thread, before, survey)) continue
      const copies = clusters[home.get(thread.id) ?? -1]?.threads ?? []
      if (standsElsewhere(copies, home.get(before.id) ?? -1, previous, home, surveys)) continue
      const together = survey.topics.together(bodyOf(before, surveys), bodyOf(thread, surveys))
      const gain = together - ARTICLE
      if (gain <= 0) continue
      const evidence: JoinEvidence[] = [{ weight: gain, reason: { kind: 'cohesion' } }]
      found.push({ from: before.id, to: thread.id, gain, margin: gain, lacuna: false, evidence })
    }
  }
  return found
}

/** The thread that ends right before another begins, in its file. */
function threadsBefore(
  threads: readonly Thread[],
  surveys: readonly Survey[],
): Map<number, Thread> {
  const ends = surveys.map(() => new Map<number, Thread>())
  for (const thread of threads) ends[thread.source]?.set(thread.atoms.at(-1) ?? -1, thread)
  return new Map(
    threads.flatMap((thread) => {
      const before = ends[thread.source]?.get((thread.atoms[0] ?? 0) - 1)
      return before === undefined ? [] : [[thread.id, before] as const]
    }),
  )
}

/**
 * Whether files have a text, headline and all, where no section could stand: at their beginning or after
 * another complete text. One such file weighs as much as two that have it after this one.
 */
function standsElsewhere(
  copies: readonly Thread[],
  after: number,
  previous: ReadonlyMap<number, Thread>,
  home: ReadonlyMap<number, number>,
  surveys: readonly Survey[],
): boolean {
  let votes = 0
  for (const copy of copies.filter(({ titles }) => titles > 0)) {
    const before = previous.get(copy.id)
    if (before === undefined) {
      if (copy.atoms[0] === 0) votes -= 2
    } else if (home.get(before.id) === after) votes += 1
    else if (surveys[copy.source]?.endings[before.atoms.at(-1) ?? -1] === 'final') votes -= 2
  }
  return votes <= 0
}

function mayBeSection(thread: Thread, before: Thread, survey: Survey): boolean {
  const { page, endings, closing, opening, named } = survey
  if (thread.titles !== 1 || thread.atoms.length < 2) return false
  const [head, next] = thread.atoms
  const last = before.atoms.at(-1) ?? 0
  if (head === undefined || next === undefined || named[head] === true) return false
  if (endings[last] !== 'final' || closing[last] === true || opening[next] === true) return false
  if (page.atoms[head]?.jumpIn !== null || page.atoms[last]?.jumpOut !== null) return false
  const atom = page.atoms[next]
  if (atom === undefined || (page.atoms[head]?.level ?? 0) === 1) return false
  const text = textOf(page, atom)
  return !isSubtitle(text) && !isBracketedDateline(text) && !isByline(text) && !isNameLine(text)
}
