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
  const found: Mend[] = []
  for (const [source, survey] of surveys.entries()) {
    const ends = new Map<number, Thread>()
    const own = threads.filter((thread) => thread.source === source)
    for (const thread of own) ends.set(thread.atoms.at(-1) ?? -1, thread)
    for (const thread of own) {
      const first = thread.atoms[0] ?? 0
      const before = ends.get(first - 1)
      if (before === undefined || !mayBeSection(thread, before, survey)) continue
      const together = survey.topics.together(bodyOf(before, surveys), bodyOf(thread, surveys))
      const gain = together - ARTICLE
      if (gain <= 0) continue
      const evidence = [{ kind: 'cohesion', weight: gain, reason: '小标题前后用词相近' }]
      found.push({ from: before.id, to: thread.id, gain, margin: gain, lacuna: false, evidence })
    }
  }
  return found
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
