import { end } from './axis.ts'

/** Rounding of the browser, in pixels. */
const SLACK = 0.2

const BLOCKS =
  '.work-head, .section-head, .figure, table, blockquote, ul, ol, .doc > section > h1, .doc > nav > h1'
/** Paragraphs in these are filled up with them. */
const AROUND = 'header, .figure, table, blockquote, ul, ol, nav, .titlepage, .foot-galley, .notes'

/** Fills of blocks, inner ones before those around them; each reads all sizes, then changes all. */
export function gridSteps(roots: readonly HTMLElement[]): (() => void)[] {
  const large = roots.filter((root) => !root.classList.contains('small'))
  return [
    () => fillUp(large, (root) => [...root.querySelectorAll<HTMLElement>('.work-head h1')]),
    () =>
      fillUp(large, (root) => [
        ...root.querySelectorAll<HTMLElement>(BLOCKS),
        // What stands beside or under a line makes it higher.
        ...[...root.querySelectorAll<HTMLElement>('p')].filter((p) => p.closest(AROUND) === null),
      ]),
  ]
}

/** Makes blocks whole lines high, so that the text after them stands on the grid. */
function fillUp(
  roots: readonly HTMLElement[],
  blocksOf: (root: HTMLElement) => readonly HTMLElement[],
): void {
  const spares = roots.flatMap((root) => {
    const line = Number.parseFloat(getComputedStyle(root).getPropertyValue('--line'))
    return blocksOf(root).flatMap((block) => {
      const rect = block.getBoundingClientRect()
      const size = end(rect, rect)
      const spare = Math.ceil((size - SLACK) / line) * line - size
      if (spare <= SLACK) return []
      return [{ block, spare, padding: getComputedStyle(block).paddingBlockEnd }]
    })
  })
  for (const { block, spare, padding } of spares) {
    if (block.tagName === 'TABLE') block.style.marginBlockEnd = `${spare}px`
    else block.style.paddingBlockEnd = `calc(${padding} + ${spare}px)`
  }
}
