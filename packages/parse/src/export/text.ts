import { isCalledNote, leafBlocks, textWithoutCalls, type Work } from '@huijiao/ast'

/** The reading text of a work without the notes of its sources: one block a line, the title first, a line end after each. */
export function textOf(work: Work): string {
  return [...leafBlocks(work)]
    .filter(({ node }) => !isCalledNote(node))
    .map(({ node }) => `${textWithoutCalls(node)}\n`)
    .join('')
}
