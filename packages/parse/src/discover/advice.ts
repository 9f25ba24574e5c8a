import type { ToolWords } from '@huijiao/hast/strings'
import type { Doubt, Segmentation, Source } from '@huijiao/model'
import { shortestQuotation } from '@huijiao/segment'

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
      const after = shortestQuotation(source, before, 'end')
      const onward = shortestQuotation(source, part, 'beginning')
      return after === null || onward === null ? null : { work: id, after, before: onward }
    }
  }
  return null
}
