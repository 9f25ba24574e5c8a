import { type Element, type Kid, visit } from './tree.ts'

/** Joins the parts of blocks that were parted for the print: each to the one before it, whatever stands between. */
export function joinSplitBlocks(root: Element): void {
  visit(root, (node) => {
    if (!node.kids.some(isContinuation)) return
    const kids: Kid[] = []
    let first: Element | undefined
    for (const kid of node.kids) {
      if (isContinuation(kid) && first !== undefined) {
        first.kids.push(...kid.kids)
        continue
      }
      // Boxes of notes, whose notes are with their calls by now, are no blocks.
      if (kid.kind === 'element' && kid.type !== 'Note' && kid.kids.length > 0) first = kid
      kids.push(kid)
    }
    node.kids = kids
  })
}

const isContinuation = (kid: Kid): kid is Element =>
  kid.kind === 'element' && kid.isContinuation === true
