import type { Item, Kind } from './model.ts'

const CLOSES: ReadonlySet<Kind> = new Set<Kind>(['closing', 'point'])
const MARKS: ReadonlySet<Kind> = new Set<Kind>(['opening', 'closing', 'point', 'exclaiming'])

/**
 * The marks that lose their blank half beside another mark, wherever the lines end: an opening one after any mark, a
 * closing one or a point before another, an exclamation or question mark before one that closes.
 * Source: clreq, Adjustment of adjacent punctuation marks: two of them are one and a half characters wide.
 *
 * @example In `。”（` the point and the opening bracket.
 */
export function pairedMarks(items: readonly Pick<Item, 'kind'>[]): Set<number> {
  const found = new Set<number>()
  for (const [at, { kind }] of items.entries()) {
    const [before, after] = [items[at - 1]?.kind, items[at + 1]?.kind]
    if (kind === 'opening' && before !== undefined && MARKS.has(before)) found.add(at)
    if (CLOSES.has(kind) && after !== undefined && CLOSES.has(after)) found.add(at)
    if (kind === 'exclaiming' && after === 'closing') found.add(at)
  }
  return found
}

/** Whether a mark loses its blank half at the head of a line, or at its end (GB/T 15834—2011, 5.1.10). */
export const isTrimmed = (kind: Kind, place: 'head' | 'end'): boolean =>
  place === 'head' ? kind === 'opening' : kind !== 'opening' && MARKS.has(kind)

/** The marks at the head and the end of a line, `from` to before `to`, that lose their blank half there. */
export function endMarks(
  items: readonly Item[],
  paired: ReadonlySet<number>,
  from: number,
  to: number,
): number[] {
  let last = to - 1
  while (last > from && items[last]?.kind === 'space') last -= 1
  const isCut = (at: number, place: 'head' | 'end'): boolean => {
    const item = items[at]
    return item !== undefined && item.blank > 0 && isTrimmed(item.kind, place) && !paired.has(at)
  }
  return [...(isCut(from, 'head') ? [from] : []), ...(isCut(last, 'end') ? [last] : [])]
}

/**
 * In which order marks give up their blank half to take a character in: brackets, then pauses within a sentence, then
 * its end.
 * Source: clreq, Procedures for Inter-Character Spacing Reduction.
 */
export function rankOf({ kind, text }: Item): number {
  if (kind === 'opening' || kind === 'closing') return 0
  return text === '。' ? 2 : 1
}
