import { leafBlocks, toText, type Work } from '@huijiao/ast'

/** The reading text of a work: one block a line, the title first, a line end after each. */
export function textOf(work: Work): string {
  return [...leafBlocks(work)].map((b) => `${toText(b.node)}\n`).join('')
}
