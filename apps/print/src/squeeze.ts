import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { roleOf } from './fonts.ts'
import { CLOSING, EXCLAIMING, OPENING, POINTS } from './marks.ts'
import { readText, wrapRuns } from './runs.ts'

/** Marks of which the second half of the square is blank. */
const CLOSE = `${CLOSING}${POINTS}`

/** Two marks: the one that opens loses its blank half, or the first of two that close. */
const PAIR = new RegExp(
  `(?<=[${OPENING}${CLOSE}${EXCLAIMING}])[${OPENING}]|[${CLOSE}](?=[${CLOSE}])|[${EXCLAIMING}](?=[${CLOSING}])`,
  'gu',
)

/** These stand in the middle of their square in vertical lines, where no face closes up what follows. */
const CENTRED = /[：；？！]/u

/**
 * Closes up pairs of marks in Kai and Hei. The browser does so in Song, by the face; where marks of Song stand in text of
 * another face it closes up some pairs, leaves others and halves some twice, differently at each size.
 */
export function squeezed(node: ElementContent, vertical: boolean): ElementContent {
  const text = readText(node)
  const runs = [...text.matchAll(PAIR)].map(({ index, 0: mark }) => {
    const centred = vertical && OPENING.includes(mark) && CENTRED.test(text[index - 1] ?? '')
    return { from: index, to: index + mark.length, centred }
  })
  if (runs.length === 0) return node
  return wrapRuns(node, runs, (mark, within, { centred }) => {
    const role = within.reduce<string>((inherited, e) => roleOf(e) ?? inherited, 'song')
    return role === 'song' && !centred ? undefined : h('span', { className: ['squeezed'] }, mark)
  })
}
