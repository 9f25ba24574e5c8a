import type { Recovered } from '../recovery.ts'
import type { MadeEdition } from './edition.ts'
import type { MadeFile } from './print.ts'

/** How a segmentation of a made edition differs from the truth; letters are letters, digits and Han characters. */
export interface Verdict {
  /** Works found, and works that there are. */
  readonly found: number
  readonly true: number
  /** Letters that stand in another work than most of their own work's letters do. */
  readonly misplaced: number
  /** Letters of a work that are in no work. */
  readonly lost: number
  /** Letters of furniture that are in a work. */
  readonly foreign: number
  /** Letters that come, in a file's text of a work, before what stands before them in the file. */
  readonly disordered: number
  /** Gaps asserted where nothing is lacking. */
  readonly gaps: number
  /** Letters that a file has once and that are in its works more often. */
  readonly doubled: number
}

/** Whether works and order are right, nothing is lost or doubled and no gap is asserted. */
export function isRight(verdict: Verdict): boolean {
  const { misplaced, lost, disordered, gaps, doubled } = verdict
  return verdict.found === verdict.true && misplaced + lost + disordered + gaps + doubled === 0
}

/** Judges what was found in the files of a made edition, which are all in order. */
export function judgeEdition(edition: MadeEdition, found: Recovered): Verdict {
  const files = edition.copies.flat()
  const placed = new Map(files.map(({ name, text }) => [name, emptyPlaces(text)]))
  let [disordered, gaps, doubled] = [0, 0, 0]
  for (const { id, texts } of found.works) {
    for (const { file, blocks } of texts) {
      const place = placed.get(file)
      if (place === undefined) continue
      let last = -1
      for (const { join, parts } of blocks) {
        for (const part of parts) {
          if ((part.join ?? join)?.kind === 'lacuna') gaps += 1
          if (part.start < last) disordered += part.end - part.start
          last = Math.max(last, part.end)
          for (let at = part.start; at < part.end; at++) {
            if (!place.letters[at]) continue
            if (place.work[at] !== undefined) doubled += 1
            place.work[at] = id
          }
        }
      }
    }
  }
  const { misplaced, lost, foreign } = compare(files, placed)
  const there = new Set(files.flatMap(({ spans }) => spans.map(({ work }) => work)))
  there.delete(-1)
  const full = found.works.filter(({ texts }) => texts.some(({ blocks }) => blocks.length > 0))
  const lacking = files.some((file) => lacks(file, edition))
  return {
    found: full.length,
    true: there.size,
    misplaced,
    lost,
    foreign,
    disordered,
    gaps: lacking ? 0 : gaps,
    doubled,
  }
}

interface Places {
  readonly letters: readonly boolean[]
  readonly work: (string | undefined)[]
}

function emptyPlaces(text: string): Places {
  const points = Array.from(text)
  return {
    letters: points.map((point) => /[\p{L}\p{N}]/u.test(point)),
    work: points.map(() => undefined),
  }
}

function compare(
  files: readonly MadeFile[],
  placed: ReadonlyMap<string, Places>,
): { misplaced: number; lost: number; foreign: number } {
  let [lost, foreign] = [0, 0]
  const shared = new Map<number, Map<string, number>>()
  for (const { name, spans } of files) {
    const { letters = [], work = [] } = placed.get(name) ?? {}
    for (const span of spans) {
      for (let at = span.start; at < span.end; at++) {
        if (!letters[at]) continue
        const id = work[at]
        if (span.work < 0) foreign += id === undefined ? 0 : 1
        else if (id === undefined) lost += 1
        else {
          const counts = shared.get(span.work) ?? new Map<string, number>()
          shared.set(span.work, counts.set(id, (counts.get(id) ?? 0) + 1))
        }
      }
    }
  }
  return { misplaced: misplacedLetters(shared), lost, foreign }
}

/** Pairs works with those found, by what they share most, and counts the letters that are elsewhere. */
function misplacedLetters(shared: ReadonlyMap<number, ReadonlyMap<string, number>>): number {
  const pairs = [...shared].flatMap(([work, counts]) =>
    [...counts].map(([id, count]) => ({ work, id, count })),
  )
  pairs.sort((a, b) => b.count - a.count || a.work - b.work || (a.id < b.id ? -1 : 1))
  const [works, ids] = [new Set<number>(), new Set<string>()]
  let misplaced = 0
  for (const { work, id, count } of pairs) {
    if (works.has(work) || ids.has(id)) misplaced += count
    else {
      works.add(work)
      ids.add(id)
    }
  }
  return misplaced
}

/** Whether a file lacks some of a work that it has. */
function lacks({ spans }: MadeFile, { works }: MadeEdition): boolean {
  const orders = new Map<number, number>()
  for (const { work, order, start, end } of spans) {
    if (work < 0) continue
    const expected = orders.get(work) ?? 0
    // A misread or lost letter is no passage.
    if (order > expected + PASSAGE) return true
    orders.set(work, order + end - start)
  }
  return [...orders].some(([work, end]) => {
    const length = (works[work]?.blocks ?? []).reduce(
      (sum, { text }) => sum + Array.from(text).length,
      0,
    )
    return length > end + PASSAGE
  })
}

/** Letters in a row that are a passage. */
const PASSAGE = 8
