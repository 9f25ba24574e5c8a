import { type Element, visit } from './tree.ts'

/** Renumbers headings so that none goes more than one level deeper than the one before it. */
export function levelHeadings(root: Element): void {
  const path: { from: number; to: number }[] = []
  visit(root, (node) => {
    const digit = /^H([1-6])$/.exec(node.type)?.[1]
    if (digit === undefined) return
    const from = Number(digit)
    while ((path.at(-1)?.from ?? 0) >= from) path.pop()
    const to = (path.at(-1)?.to ?? 0) + 1
    path.push({ from, to })
    node.type = `H${to}`
  })
}
