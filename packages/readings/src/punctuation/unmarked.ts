import type { CollatedWork, WitnessToken } from '@huijiao/model'

/** A witness with next to no punctuation, whose lack of a mark is no evidence. */
export interface Unmarked {
  readonly work: string
  readonly siglum: string
}

/** Below this many characters a text may well do without a mark. */
const LEAST = 40
/** What the fullest witness sets, in parts of which the silent one has less than one. */
const PART = 5

/**
 * The witnesses of a work that leave out punctuation altogether: text before punctuation was in use, or a
 * copy whose marks were lost. They are no voice on marks as long as another witness sets some.
 *
 * @returns indexes of witnesses.
 */
export function unmarked({ witnesses }: CollatedWork): ReadonlySet<number> {
  const densities = witnesses.map(({ tokens }) => density(tokens))
  const fullest = Math.max(0, ...densities)
  return new Set(
    witnesses.flatMap(({ tokens }, w) =>
      tokens.length >= LEAST && (densities[w] ?? 0) * PART < fullest ? [w] : [],
    ),
  )
}

/** Share of characters that a mark follows. */
function density(tokens: readonly WitnessToken[]): number {
  const marked = tokens.filter((t) => t.after.some((mark) => /\S/u.test(mark.t))).length
  return tokens.length < LEAST ? 0 : marked / tokens.length
}
