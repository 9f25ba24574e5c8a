import { selectorOf } from '@huijiao/hast/vocabulary'
import { end, isSeen, middle, pixels, start } from './axis.ts'
import { rangeIn, rangeOf } from './range.ts'

/** A place in the text. */
export interface Spot {
  readonly node: Text
  readonly offset: number
}

/** What is no word of its line. */
const SKIP = `${selectorOf('uncounted')}, .toc-page, .ruby-text`

/** The element of a document of the book. */
export function documentOf(id: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`.doc[data-doc="${id}"]`)
  if (found === null) throw new Error(`no document ${id}`)
  return found
}

/** The text nodes of an element, in order: those that say something in its lines. */
export function textsOf(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || (node.data.trim() === '' && !isSpace(node))) continue
    if (node.parentElement?.closest(SKIP) == null) found.push(node)
  }
  return found
}

/** Whether white space is one of the text, and none between blocks: it may stand alone where a line ends or a space is widened. */
const isSpace = (node: Text): boolean => node.parentElement?.closest('.fitted') != null

/** The rectangles of a text node, one a line. */
export function rectsOf(node: Node): DOMRect[] {
  return [...rangeIn(node).getClientRects()].filter(isSeen)
}

/** Where the lines of an element end within `base`; the last with the element. */
export function rowEnds(base: DOMRect, element: Element): number[] {
  const style = getComputedStyle(element)
  const height = pixels(style.lineHeight) || 16
  const box = element.getBoundingClientRect()
  const top = start(base, box) + pixels(style.paddingBlockStart)
  const bottom = end(base, box)
  const middles: number[] = []
  for (const rect of textsOf(element).flatMap(rectsOf)) {
    const at = middle(base, rect)
    const last = middles.at(-1)
    if (last === undefined || at - last > height * 0.5) middles.push(at)
  }
  const even = Math.abs(bottom - top - middles.length * height) < 1
  return middles.map((at, i) => {
    const next = middles[i + 1]
    if (next === undefined) return bottom
    return even ? top + (i + 1) * height : (at + next) / 2
  })
}

/** The place with which the first line begins that stands beyond `at` within `base`. */
export function spotAt(base: DOMRect, element: Element, at: number): Spot | null {
  const beyond = (rect: DOMRect): boolean => middle(base, rect) > at
  for (const node of textsOf(element)) {
    if (!rectsOf(node).some(beyond)) continue
    let [low, high] = [0, node.length - 1]
    while (low < high) {
      const half = (low + high) >> 1
      const letter = rangeOf({ node, offset: half }, { node, offset: half + 1 })
      const rect = letter.getClientRects()[0]
      if (rect !== undefined && beyond(rect)) high = half
      else low = half + 1
    }
    return { node, offset: isTrail(node.data, low) ? low - 1 : low }
  }
  return null
}

/** Whether the second half of a character beyond the basic plane stands at an offset. */
function isTrail(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  return code >= 0xdc00 && code <= 0xdfff
}
