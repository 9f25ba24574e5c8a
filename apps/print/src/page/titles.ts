import { CLOSING, EXCLAIMING, LONG, POINTS } from '../marks.ts'
import { across, along, pixels } from './axis.ts'
import { balance, type Part } from './balance.ts'
import { rectsOf, textsOf } from './texts.ts'

const CLAUSE = new RegExp(`[${POINTS}${EXCLAIMING}${LONG}${CLOSING}\\s]$`, 'u')
const TITLES = '.work-head :is(h1, h2), .section-head :is(h2, h3, h4, h5, h6), h1.book-title'

/** Chooses where the lines of titles end, and ends them there. */
export function breakTitles(): void {
  const titles = [...document.querySelectorAll<HTMLElement>(TITLES)]
  for (const stop of titles.flatMap(stopsOf)) stop.replaceWith(document.createElement('br'))
}

/** The places in a title where its lines end best. */
function stopsOf(title: HTMLElement): HTMLElement[] {
  const style = getComputedStyle(title)
  const box = title.getBoundingClientRect()
  const padding = pixels(style.paddingBlockStart) + pixels(style.paddingBlockEnd)
  const lines = Math.round((across(box) - padding) / pixels(style.lineHeight))
  if (lines < 2 || title.querySelector('br') !== null) return []
  const room = along(box) - pixels(style.paddingInlineStart)
  const stops = [...title.querySelectorAll<HTMLElement>('wbr')]
  const ends = balance(partsOf(title, stops), lines, room, pixels(style.fontSize)) ?? []
  return ends.flatMap((end) => stops[end - 1] ?? [])
}

/** The stretches between the places where a line may end. */
function partsOf(title: HTMLElement, stops: readonly HTMLElement[]): Part[] {
  const said = textsOf(title)
  return [...stops, undefined].map((end, i) => {
    const from = stops[i - 1]
    const own = said.filter(
      (t) => (from === undefined || follows(from, t)) && (end === undefined || follows(t, end)),
    )
    const size = own.flatMap(rectsOf).reduce((sum, rect) => sum + along(rect), 0)
    return { size, closes: CLAUSE.test(own.map((t) => t.data).join('')) }
  })
}

function follows(first: Node, second: Node): boolean {
  return (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}
