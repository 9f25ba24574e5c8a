import type { Content } from '../content/marked-content.ts'
import type { StrayContent } from '../content/rewrite.ts'
import { type Element, type Kid, visit } from './tree.ts'

/**
 * Puts stretches that the browser did not tag where they are read: behind the stretch painted before them, or,
 * where a new block begins with them, ahead of the one painted after. Which it is shows by their place.
 *
 * @param became what became of a stretch of the page, by the identifier that it had.
 */
export function placeStrays(
  root: Element,
  strays: readonly StrayContent[],
  became: (stray: StrayContent, was: number) => readonly Content[],
): void {
  if (strays.length === 0) return
  const homes = new Map<string, { readonly owner: Element; readonly line: Element }>()
  visit(root, (node, parents) => {
    const line = [...parents, node].findLast(({ type }) => LINES.has(type)) ?? node
    for (const kid of node.kids)
      if (kid.kind === 'content') homes.set(keyOf(kid), { owner: node, line })
  })
  const placed = new Set<Kid>()
  for (const stray of strays) {
    const previous = stray.after === undefined ? undefined : became(stray, stray.after).at(-1)
    const next = stray.before === undefined ? undefined : became(stray, stray.before)[0]
    const [above, below] = [homeOf(homes, previous), homeOf(homes, next)]
    const isSame = above !== undefined && (below === undefined || above.line === below.line)
    const isAbove = isSame || (above !== undefined && stray.beside === 'after')
    const [home, neighbour] = isAbove ? [above, previous] : [below, next]
    if (home === undefined || neighbour === undefined) continue
    const { kids } = home.owner
    let at = kids.indexOf(neighbour)
    // Strays in a row keep their order.
    if (isAbove)
      do at++
      while (kids.slice(at, at + 1).some((kid) => placed.has(kid)))
    kids.splice(at, 0, stray.content)
    placed.add(stray.content)
    homes.set(keyOf(stray.content), home)
  }
}

const LINES = new Set('P H H1 H2 H3 H4 H5 H6 LI TH TD Caption'.split(' '))

function keyOf(content: Content): string {
  return `${(content.stream ?? content.page).toString()} ${content.mcid}`
}

function homeOf<Home>(
  homes: ReadonlyMap<string, Home>,
  content: Content | undefined,
): Home | undefined {
  return content === undefined ? undefined : homes.get(keyOf(content))
}
