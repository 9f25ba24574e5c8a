import { rangeOf } from './range.ts'
import type { Spot } from './texts.ts'

/**
 * Puts a box between two lines of a block, as a line of its own.
 *
 * @param spot where the line after it begins.
 */
export function insertLine(block: HTMLElement, box: HTMLElement, spot: Spot): void {
  const rest = contentsAfter(block, spot)
  dropCopiedIds(block, rest)
  // A line may end on either side of the box, even where the block lets it end nowhere.
  block.append(document.createElement('wbr'), box, document.createElement('wbr'), rest)
}

/** What is parted keeps its id where it begins. */
function dropCopiedIds(first: HTMLElement, rest: ParentNode): void {
  for (const copy of rest.querySelectorAll('[id]')) {
    const begun = first.querySelector(`[id="${CSS.escape(copy.id)}"]`)
    if (begun === null) continue
    if (begun.textContent === '') begun.remove()
    else copy.removeAttribute('id')
  }
}

/** Parts a block at a place in it; gives the second part, which begins the page. */
export function divide(block: HTMLElement, spot: Spot): HTMLElement {
  const rest = block.cloneNode(false) as HTMLElement
  rest.removeAttribute('id')
  rest.append(contentsAfter(block, spot))
  dropCopiedIds(block, rest)
  // The file joins it to the first part again.
  const spoken = block.closest<HTMLElement>('[lang]')?.lang ?? 'zh'
  rest.lang = `${spoken.replace(/-x-.*/, '')}-x-rest`
  rest.classList.add('continued', 'page-top')
  if (getComputedStyle(block).textAlign === 'justify') block.classList.add('goes-on')
  block.style.paddingBlockEnd = '0'
  block.style.marginBlockEnd = '0'
  rest.style.marginBlockStart = '0'
  rest.style.paddingBlockStart = '0'
  block.after(rest)
  return rest
}

/** Takes out of an element what follows a place in it. */
export function contentsAfter(element: Element, { node, offset }: Spot): DocumentFragment {
  let first: Node = node
  // As high as it goes: an element that would be left empty would keep its place on the page before.
  if (offset === 0)
    while (
      first.parentNode !== null &&
      first.parentNode !== element &&
      first.previousSibling === null
    )
      first = first.parentNode
  const parent = first.parentNode
  const from =
    first === node || parent === null
      ? { node, offset }
      : { node: parent, offset: [...parent.childNodes].indexOf(first as ChildNode) }
  return rangeOf(from, { node: element, offset: element.childNodes.length }).extractContents()
}
