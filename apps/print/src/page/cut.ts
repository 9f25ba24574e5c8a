import { isTrail, type Spot } from './texts.ts'

const HAN = /\p{sc=Han}/u

/** What no box may come to stand in. */
const TIED = '.bound, .tied, .lacuna, .combine, .ruby'

/** How far back the box may stand from the end of the line, in characters. */
const REACH = 14

/**
 * Puts a box into the last line kept, where it does not fit beside the text and comes to stand below. At the head of
 * the line after it, the box would leave with that line.
 *
 * @param spot where the line after it begins.
 */
export function floatInto(root: Element, box: HTMLElement, { node, offset }: Spot): void {
  const spot = placeBefore(root, node, offset)
  if (spot !== undefined) {
    if (spot.offset === 0) spot.node.before(box)
    else spot.node.splitText(spot.offset).before(box)
    return
  }
  const tied = node.parentElement?.closest(TIED)
  if (tied != null) tied.before(box)
  else if (offset === 0) node.before(box)
  else node.splitText(offset).before(box)
}

/** A place in the line before one: between two characters of text, where it parts no pair of marks, or any that is free. */
function placeBefore(root: Element, node: Text, offset: number): Spot | undefined {
  const block = node.parentElement?.closest('p, li, td, th, dd, dt') ?? root
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  walker.currentNode = node
  let free: Spot | undefined
  let text: Node | null = node
  let at = offset
  for (let back = 0; text instanceof Text && back < REACH; ) {
    const isFree = text.parentElement?.closest(TIED) == null
    for (at -= 1; at >= 0 && back < REACH; at -= 1, back += 1) {
      if (!isFree || isTrail(text.data, at)) continue
      if (at > 0 && HAN.test(text.data[at - 1] ?? '') && HAN.test(text.data[at] ?? ''))
        return { node: text, offset: at }
      free ??= { node: text, offset: at }
    }
    text = walker.previousNode()
    at = text instanceof Text ? text.length : 0
  }
  return free
}

/** Parts a block at a place in it; gives the second part, which begins the page. */
export function divide(block: HTMLElement, spot: Spot): HTMLElement {
  const rest = block.cloneNode(false) as HTMLElement
  rest.removeAttribute('id')
  rest.append(contentsAfter(block, spot))
  // What is parted keeps its id where it begins.
  for (const copy of rest.querySelectorAll('[id]')) {
    const first = block.querySelector(`[id="${CSS.escape(copy.id)}"]`)
    if (first === null) continue
    if (first.textContent === '') first.remove()
    else copy.removeAttribute('id')
  }
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
  const range = document.createRange()
  range.setStart(node, offset)
  range.setEnd(element, element.childNodes.length)
  return range.extractContents()
}
