import type { App, Edition, Work } from '@huijiao/ast'
import { leafBlocks, toText } from '@huijiao/ast'
import { textOf } from '../export/text.ts'
import { changesOf, type TextChange } from './changes.ts'

/** What became of a work from one state of an edition to the next. */
export type WorkChange =
  | { readonly work: string; readonly title: string; readonly change: 'added' | 'removed' }
  /** `old` and `now` count from 1, among the works that both states have. */
  | {
      readonly work: string
      readonly title: string
      readonly change: 'moved'
      readonly old: number
      readonly now: number
    }

/** A stretch of the reading text of a work that differs. */
export interface WorkTextChange extends TextChange {
  readonly work: string
}

/** How a locus is decided. */
export interface DecidedReading {
  readonly lemma: string
  readonly certainty: App['certainty']
  readonly method: App['method']
  readonly isRuled: boolean
}

/** A locus that only one state has, or that is decided otherwise. */
export interface ReadingChange {
  readonly work: string
  /** Permanent id of the locus. */
  readonly locus: string
  readonly old: DecidedReading | null
  readonly now: DecidedReading | null
}

/** All that two states of an edition differ in. */
export interface EditionChanges {
  readonly works: readonly WorkChange[]
  readonly text: readonly WorkTextChange[]
  readonly readings: readonly ReadingChange[]
}

/** Compares two states of an edition, work by work: by the ids of works and of loci, which stay. */
export function compareEditions(old: Edition, now: Edition): EditionChanges {
  const before = new Map(old.children.map((work) => [work.id, work]))
  const after = new Map(now.children.map((work) => [work.id, work]))
  const text: WorkTextChange[] = []
  const readings: ReadingChange[] = []
  for (const work of now.children) {
    const past = before.get(work.id)
    if (past === undefined) continue
    for (const change of changesOf(textOf(past), textOf(work)))
      text.push({ work: work.id, ...change })
    readings.push(...readingChanges(past, work))
  }
  return { works: workChanges(before, after), text, readings }
}

function workChanges(
  before: ReadonlyMap<string, Work>,
  after: ReadonlyMap<string, Work>,
): WorkChange[] {
  const removed = [...before.values()].filter(({ id }) => !after.has(id))
  const added = [...after.values()].filter(({ id }) => !before.has(id))
  const [past, present] = [before, after].map((works) =>
    [...works.keys()].filter((id) => before.has(id) && after.has(id)),
  )
  const moved = (present ?? []).flatMap((id, at): WorkChange[] => {
    const was = past?.indexOf(id) ?? at
    const work = after.get(id)
    if (was === at || work === undefined) return []
    return [{ work: id, title: titleOf(work), change: 'moved', old: was + 1, now: at + 1 }]
  })
  const named = (change: 'added' | 'removed') => (work: Work) => ({
    work: work.id,
    title: titleOf(work),
    change,
  })
  return [...removed.map(named('removed')), ...added.map(named('added')), ...moved]
}

function titleOf(work: Work): string {
  for (const { node } of leafBlocks(work)) if (node.type === 'title') return toText(node)
  return work.id
}

function readingChanges(old: Work, now: Work): ReadingChange[] {
  const [before, after] = [lociOf(old), lociOf(now)]
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((locus): ReadingChange[] => {
    const [past, present] = [before.get(locus) ?? null, after.get(locus) ?? null]
    if (JSON.stringify(past) === JSON.stringify(present)) return []
    return [{ work: now.id, locus, old: past, now: present }]
  })
}

/** The decision at each locus of a work; a lemma that runs over several blocks is put together. */
function lociOf(work: Work): Map<string, DecidedReading> {
  const found = new Map<string, DecidedReading>()
  for (const { node } of leafBlocks(work)) {
    for (const child of 'children' in node ? node.children : []) {
      if (child.type !== 'app') continue
      const { certainty, method, ruling, continues, id } = child
      const first = found.get(continues ?? id)
      const lemma = `${first?.lemma ?? ''}${toText(child)}`
      found.set(continues ?? id, { lemma, certainty, method, isRuled: ruling !== undefined })
    }
  }
  return found
}
