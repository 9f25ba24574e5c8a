import { type Element, visit } from './tree.ts'

/** A figure without a description that only holds others is a group; its description is on what it holds. */
export function groupFigures(root: Element): void {
  visit(root, (node) => {
    if (node.type !== 'Figure' || node.alt !== undefined) return
    if (node.kids.some((kid) => kid.kind === 'element')) node.type = 'Div'
  })
}
