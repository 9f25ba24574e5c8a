import type { BlockRole, LogicalBlock } from '@huijiao/model'

/** Roles in which a space may part names, or the halves of a headline. */
const SPACED: ReadonlySet<BlockRole> = new Set([
  'title',
  'subtitle',
  'byline',
  'dateline',
  'heading',
])
const SPACE = /^\s$/u
const HAN = /^\p{Script=Han}$/u
/** Before a gap, the number of what follows: 一 雪. */
const NUMERAL = /^[一二三四五六七八九十百]$/u
/** How far a dateline that opens a paragraph may reach, names and all, in code points. */
const DATELINE_REACH = 80
/** A share of spaced pairs that no writer reaches, but letter-spacing and recognised print do. */
const SPACED_OUT = 0.25

/**
 * The white space of a block that says nothing: between Han characters in prose, which Chinese does not part,
 * and anywhere where the characters themselves were set apart. The space after 电 and the spaces of a
 * dateline that opens a paragraph stay, as do wider gaps in a headline set apart.
 *
 * @param points the source by code points.
 * @returns offsets of the idle characters in the source.
 */
export function idleSpaces(block: LogicalBlock, points: readonly string[]): ReadonlySet<number> {
  const gaps: { readonly from: number; readonly to: number; readonly depth: number }[] = []
  let [close, length] = [0, 0]
  for (const part of block.parts) {
    for (let at = part.start; at < part.end; at += 1, length += 1) {
      if (!HAN.test(points[at] ?? '')) continue
      let to = at + 1
      while (to < part.end && SPACE.test(points[to] ?? '')) to += 1
      if (to === part.end || !HAN.test(points[to] ?? '')) continue
      if (to === at + 1) close += 1
      // A tab parts columns.
      else if (!points.slice(at, to).includes('\t')) gaps.push({ from: at + 1, to, depth: length })
    }
  }
  const spacedOut = gaps.length > 1 && gaps.length > SPACED_OUT * (gaps.length + close)
  const headline = SPACED.has(block.role)
  const narrowest = gaps.reduce(
    (least, { from, to }) => Math.min(least, to - from),
    Number.POSITIVE_INFINITY,
  )
  const numbered = NUMERAL.test(points[(gaps[0]?.from ?? 0) - 1] ?? '')
  const idle = new Set<number>()
  for (const { from, to, depth } of gaps) {
    const afterWire = /^[电電讯訊]$/u.test(points[from - 1] ?? '')
    const drops = headline
      ? close === 0 && to - from === narrowest && !numbered
      : spacedOut || (!afterWire && depth >= DATELINE_REACH)
    if (drops) for (let at = from; at < to; at += 1) idle.add(at)
  }
  return idle
}
