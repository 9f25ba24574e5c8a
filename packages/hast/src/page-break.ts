import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { clean } from './clean.ts'
import { inLanguage } from './language.ts'
import type { PageBreak } from './model.ts'
import type { State } from './state.ts'

/** The mark of a page of the printed book. */
export function pageBreak(label: string): ElementContent {
  return h('span', {
    id: pageId(label),
    className: ['pagebreak'],
    'epub:type': 'pagebreak',
    role: 'doc-pagebreak',
    ariaLabel: label,
  })
}

/** Labels are numerals; what is no letter or digit in another is written as its code point. */
export const pageId = (label: string): string =>
  `page-${label.replaceAll(/[^A-Za-z0-9]/gu, (c) => `u${(c.codePointAt(0) ?? 0).toString(16)}`)}`

/**
 * Begins a block: the position is its start, and breaks at its start come first.
 *
 * @param phrases where a line may end, as the title of a work gives it.
 */
export function beginBlock(
  state: State,
  id: string,
  phrases: readonly number[] = [],
): ElementContent[] {
  state.pen.block = id
  state.pen.offset = 0
  state.pen.phrases = phrases
  return due(state, 0)
}

/** Text of the block at the pen, cut where pages begin and, in a title, where lines may end. */
export function write(state: State, value: string): ElementContent[] {
  const points = [...value]
  const start = state.pen.offset
  const end = start + points.length
  state.pen.offset = end
  const pages = (state.breaks.get(state.pen.block) ?? []).map((b) => ({
    offset: b.offset,
    element: () => pageBreak(b.label),
  }))
  const phrases = state.pen.phrases.map((offset) => ({ offset, element: () => h('wbr') }))
  const cuts = [...pages, ...phrases]
    .filter((cut) => cut.offset > start && cut.offset <= end)
    .toSorted((a, b) => a.offset - b.offset)
  const out: ElementContent[] = []
  let from = 0
  for (const cut of cuts) {
    push(state, out, points.slice(from, cut.offset - start).join(''))
    out.push(cut.element())
    from = cut.offset - start
  }
  push(state, out, points.slice(from).join(''))
  return out
}

function due(state: State, offset: number): ElementContent[] {
  const here = (b: PageBreak) => b.offset <= offset
  return (state.breaks.get(state.pen.block) ?? []).filter(here).map((b) => pageBreak(b.label))
}

function push(state: State, out: ElementContent[], value: string): void {
  const text = clean(value)
  if (text !== '') out.push(...inLanguage(text, state.lang))
}
