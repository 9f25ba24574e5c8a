import { cohesion, type PairWeights, pairWeights } from './affinity.ts'
import { foldText } from './content.ts'
import type { Page } from './types.ts'

/** Content characters of each sample that words are weighed by, and that are compared. */
const SAMPLE = 300
const WINDOW = 1200
/** Cohesion at which one subject and two are equally likely; measured on news text. */
const EVEN = 0.022

/** Compares texts by the rarity of their character pairs in all sources. */
export interface Topics {
  /** Log-odds, in nats, of two folded texts being of one subject; little where they are short. */
  readonly together: (one: string, two: string) => number
}

/** Words are weighed at first use: most sources need no comparison. */
export function topicsOf(pages: readonly Page[]): Topics {
  let weights: PairWeights | null = null
  return {
    together: (one, two) => {
      weights ??= pairWeights(pages.flatMap(samples))
      const before = one.slice(-WINDOW)
      const after = two.slice(0, WINDOW)
      const shorter = Math.min(before.length, after.length)
      if (shorter < 30) return 0
      const sure = Math.min(1, shorter / 200)
      const found = cohesion(before, after, weights)
      return sure * Math.max(-3, Math.min(3, 2 * Math.log2(Math.max(0.001, found) / EVEN)))
    },
  }
}

function samples({ source, content }: Page): string[] {
  const list: string[] = []
  for (let at = 0; at < content.offsets.length; at += SAMPLE) {
    const from = content.offsets[at] ?? 0
    const to = content.offsets[at + SAMPLE] ?? source.points.length
    list.push(foldText(source.points.slice(from, to).join('')))
  }
  return list
}
