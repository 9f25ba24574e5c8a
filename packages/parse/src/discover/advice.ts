import type { ToolWords } from '@huijiao/hast/strings'
import type { Doubt, Segmentation, Source } from '@huijiao/model'
import { foldText } from '@huijiao/segment'

/** Content characters of a quotation: as few as tell its place, at least and at most. */
const SHORTEST = 6
const LONGEST = 32
const MARKS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/**
 * What an editor writes into `edition.yaml` to settle a doubt about a join: the two sides, quoted so that
 * each stands once; null where the doubt is of another kind, or a side is too like other places.
 */
export function adviceOf(
  doubt: Doubt,
  segmentation: Pick<Segmentation, 'works'>,
  source: Source,
  words: ToolWords,
): string | null {
  const sides = sidesOf(doubt, segmentation, source)
  if (sides === null) return null
  const quotation = (words: string): string =>
    `{ text: ${JSON.stringify(words)}, siglum: ${source.siglum} }`
  const join = `{ after: ${quotation(sides.after)}, before: ${quotation(sides.before)} }`
  return words.advice(sides.work, join, quotation(sides.before))
}

/** The two sides of a doubtful join. */
export interface Sides {
  /** Id of the work that they are held to be. */
  readonly work: string
  /** The last words before the join. */
  readonly after: string
  /** The first words behind it. */
  readonly before: string
}

/** The two sides of a doubtful join, quoted so that each stands once in the source; null where that cannot be. */
export function sidesOf(
  { place }: Pick<Doubt, 'place'>,
  { works }: Pick<Segmentation, 'works'>,
  source: Source,
): Sides | null {
  for (const { id, texts } of works) {
    for (const text of texts.filter(({ file }) => file === source.file)) {
      const parts = text.blocks.flatMap((block) => block.parts)
      const at = parts.findIndex(({ start }) => start === place.start)
      const [before, part] = [parts[at - 1], parts[at]]
      if (before === undefined || part === undefined) continue
      const whole = foldText(source.points.join(''))
      const after = quoted(source, before, -1, whole)
      const onward = quoted(source, part, 1, whole)
      return after === null || onward === null ? null : { work: id, after, before: onward }
    }
  }
  return null
}

/** The first words of a stretch, or the last, as many as stand once in the source. */
function quoted(
  { points }: Source,
  { start, end }: { readonly start: number; readonly end: number },
  step: 1 | -1,
  whole: string,
): string | null {
  let words = ''
  for (let at = step > 0 ? start : end - 1; at >= start && at < end; at += step) {
    const point = points[at] ?? ''
    words = step > 0 ? words + point : point + words
    const folded = foldText(words)
    if (folded.length < SHORTEST) continue
    if (folded.length > LONGEST) return null
    if (whole.indexOf(folded) === whole.lastIndexOf(folded)) return words.replace(MARKS, '')
  }
  return null
}
