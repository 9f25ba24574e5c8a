import { leafBlocks, type Work } from '@huijiao/ast'

/** Paragraphs are counted as a reader counts them: from 1 at the first that is none of the heading. */
export function paragraphNumber(work: Work, block: number): number {
  let count = 0
  for (const { number, ancestors } of leafBlocks(work)) {
    if (!ancestors.some((a) => a.type === 'heading')) count += 1
    if (number === block) return count
  }
  return count
}
