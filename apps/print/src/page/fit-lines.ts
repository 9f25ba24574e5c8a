import { breakLines } from '../lines/break.ts'
import { latinRoom, WIDEST_GAP, WIDEST_SPACE } from '../lines/latin-room.ts'
import type { Item, Line, Measure } from '../lines/model.ts'
import { gapsOf } from '../lines/note-room.ts'
import { along, isVertical, pixels } from './axis.ts'
import { itemsOf, type Source, saysSomething, sourcesOf } from './items.ts'
import { setRows } from './note-rows.ts'
import { measureWidths } from './widths.ts'
import { squeeze, widen } from './wrap.ts'

/** Blocks of running text; those that the style sheet justifies have their lines chosen. */
const BLOCKS = 'p, li, dd'

/** What is turned or squared in vertical lines. */
const TURNED = /[\p{Script=Latin}\p{N}]/u

/** In em; lines of such text were seen to run over by 0.3. */
const UNSURE = 0.4

/** A block whose lines are to be chosen. */
interface Block {
  readonly element: HTMLElement
  readonly sources: readonly Source[]
  readonly measure: Measure
}

/**
 * Chooses the lines of all justified text of some documents: which characters stand on which, which marks without their
 * blank half, and which gaps of Latin text are widened. The browser only sets what is chosen.
 *
 * @returns the blocks whose lines are chosen.
 */
export function fitLines(roots: readonly HTMLElement[]): ReadonlySet<HTMLElement> {
  const blocks = roots.flatMap((root) =>
    [...root.querySelectorAll<HTMLElement>(BLOCKS)].flatMap((element) => blockOf(element) ?? []),
  )
  // Boxes are measured as they will be set: the browser does not close up the marks of what is fitted.
  for (const { element } of blocks) element.classList.add('fitted')
  const widths = measureWidths(blocks.flatMap(({ sources }) => sources))
  const chosen = blocks.map(({ element, sources, measure }) => {
    const items = itemsOf(sources, widths.of, measure.em)
    return { element, sources, items, measure, lines: breakLines(items, measure) }
  })
  for (const { sources, items, measure, lines } of chosen)
    setLines(sources, items, lines, measure.em)
  return new Set(blocks.map(({ element }) => element))
}

function blockOf(element: HTMLElement): Block | undefined {
  const style = getComputedStyle(element)
  if (style.textAlign !== 'justify' || style.display === 'inline' || !saysSomething(element))
    return undefined
  const sources = sourcesOf(element)
  if (sources === undefined || sources.length === 0) return undefined
  const padding = pixels(style.paddingInlineStart) + pixels(style.paddingInlineEnd)
  const em = pixels(style.fontSize)
  // Boxes of turned Latin and squared numbers are set up to so much longer than they measure by themselves.
  const unsure = isVertical() && TURNED.test(element.textContent) ? UNSURE * em : 0
  const length = along(element.getBoundingClientRect()) - padding - unsure
  const measure = { length, indent: pixels(style.textIndent), em }
  return length > measure.em ? { element, sources, measure } : undefined
}

/** Sets the lines of a block, from its end: what comes before keeps its place in the text. */
function setLines(
  sources: readonly Source[],
  items: readonly Item[],
  lines: readonly Line[],
  em: number,
): void {
  for (const [at, line] of [...lines.entries()].reverse()) {
    const halved = new Set(line.halved)
    const wide = at === lines.length - 1 ? undefined : widened(items, line, em)
    let head: ChildNode | undefined
    for (let k = line.to - 1; k >= line.from; k -= 1) {
      const source = sources[k]
      const item = items[k]
      if (source === undefined || item === undefined) continue
      if (source.note !== undefined) {
        const from = startOfNote(sources, k, line.from)
        const part = { from, to: k + 1 }
        const gaps = gapsOf(items, from, k + 1) / Math.max(1, gapsOf(items, line.from, line.to))
        const slack = (wide?.rest ?? 0) * gaps
        const alone = from === line.from && k === line.to - 1
        const rows = setRows(sources, items, { ...part, slack, alone })
        if (from === line.from) head = rows
        k = from
        continue
      }
      if (halved.has(k)) squeeze(source)
      if (wide === undefined || k === line.from) continue
      const { spaces, gaps } = wide
      if (item.kind === 'space')
        widen(source, 'wordSpacing', spaces * (WIDEST_SPACE * em - item.width))
      else if (item.gap > 0) widen(source, 'marginInlineStart', gaps * (WIDEST_GAP * em - item.gap))
    }
    const first = sources[line.from]
    if (at > 0 && first !== undefined) breakBefore(head ?? placeOf(first))
  }
}

/** How the room that is left in a line is filled. */
interface Filling {
  /** The shares of their room by which spaces, and then gaps, of Latin text are widened. */
  readonly spaces: number
  readonly gaps: number
  /** What is left for all characters, in pixels. */
  readonly rest: number
}

function widened(items: readonly Item[], line: Line, em: number): Filling {
  const { slack } = line
  const room = latinRoom(items, line, em)
  const share = (size: number, left: number): number =>
    size > 0 && left > 0 ? Math.min(1, left / size) : 0
  return {
    spaces: share(room.spaces, slack),
    gaps: share(room.gaps, slack - room.spaces),
    rest: Math.max(0, slack - room.spaces - room.gaps),
  }
}

/** Where what stands of a note on a line begins. */
function startOfNote(sources: readonly Source[], last: number, least: number): number {
  let from = last
  while (from > least && sources[from - 1]?.note === sources[last]?.note) from -= 1
  return from
}

const placeOf = ({ node, from }: Source): ChildNode =>
  node instanceof Text && from > 0 ? node.splitText(from) : node

/** Lets the line end before a node: the only place, for the block itself lets it end nowhere. */
function breakBefore(node: ChildNode): void {
  let place = node
  // As high as it goes: within a link it would belong to the line before.
  for (
    let parent = place.parentElement;
    isFirst(place) && parent !== null && getComputedStyle(parent).display === 'inline';
    parent = place.parentElement
  )
    place = parent
  place.before(document.createElement('wbr'))
}

/** Whether nothing is set before a node in its element. */
function isFirst(node: ChildNode): boolean {
  let before = node.previousSibling
  while (before instanceof Text && before.data === '') before = before.previousSibling
  return before === null
}
