import { foldText } from '../page/content.ts'
import { endingOf, textOf } from '../page/syntax.ts'
import type { Page } from '../page/types.ts'

/** What another source's headline of nearly the same text adds, in nats. */
const KIN = 6
/** Least likeness (Dice, of pairs of characters) of a misread headline. */
const LIKE = 0.55
const LONGEST = 90
const WHOLE = 0.75

/**
 * Raises the scores of lines that are a headline in another source, misread characters notwithstanding.
 * `heads` are the scores by source and atom; the result has the same shape.
 *
 * @param amid whether an atom stands in the middle of running text: the words of a headline are used, or quoted.
 */
export function raiseKin(
  pages: readonly Page[],
  heads: readonly (readonly number[])[],
  amid: (source: number, at: number) => boolean,
): readonly (readonly number[])[] {
  const known: { source: number; pairs: ReadonlySet<string> }[] = []
  const holders = new Map<string, number[]>()
  for (const [source, page] of pages.entries()) {
    for (const [at, atom] of page.atoms.entries()) {
      if ((heads[source]?.[at] ?? 0) <= 2) continue
      const pairs = pairsOf(foldText(textOf(page, atom)))
      for (const pair of pairs) {
        const list = holders.get(pair) ?? []
        list.push(known.length)
        holders.set(pair, list)
      }
      known.push({ source, pairs })
    }
  }
  return heads.map((scores, source) =>
    scores.map((score, at) => {
      const page = pages[source]
      const atom = page?.atoms[at]
      if (page === undefined || atom === undefined || score > 2 || score <= -9) return score
      const length = atom.to - atom.from
      if (length < 3 || length > LONGEST) return score
      const text = textOf(page, atom)
      const ending = endingOf(text)
      if (ending === 'pause' || ending === 'colon' || /。./u.test(text)) return score
      const pairs = pairsOf(foldText(text))
      const shared = new Map<number, number>()
      for (const pair of pairs) {
        for (const id of holders.get(pair) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1)
      }
      for (const [id, count] of shared) {
        const other = known[id]
        if (other === undefined || other.source === source) continue
        // Part of a headline that is set in two lines is not the headline.
        if (pairs.size < WHOLE * other.pairs.size) continue
        if ((2 * count) / (pairs.size + other.pairs.size) >= LIKE)
          return amid(source, at) ? score : Math.max(score + KIN, 1)
      }
      return score
    }),
  )
}

function pairsOf(text: string): Set<string> {
  const points = Array.from(text)
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < points.length; at++) {
    pairs.add((points[at] ?? '') + (points[at + 1] ?? ''))
  }
  return pairs
}
