import type { Random } from '../random.ts'
import { block as text } from './blocks.ts'
import {
  CLASSICAL_AUTHORS,
  classicalNote,
  classicalParagraph,
  verseLine,
  verseTitle,
} from './classical.ts'
import { notes } from './notes.ts'
import { fill, hanNumber } from './vocabulary.ts'
import type { MadeWork } from './work.ts'

/** Classical prose, with marks or without, notes in the line at times. */
export function classical(dice: Random, marks: boolean): MadeWork {
  const blocks = [
    text('title', `${verseTitle(dice)}${dice.pick(['記', '傳', '序', '論', '說', '第一'])}`),
  ]
  if (dice.chance(0.4)) blocks.push(text('byline', fill(dice.pick(CLASSICAL_AUTHORS), dice)))
  const noted = dice.chance(0.35)
  const [open, close] = dice.pick([
    ['（', '）'],
    ['〔', '〕'],
    ['(', ')'],
    ['［', '］'],
  ] as const)
  const heads = dice.chance(0.3) ? dice.pick(['○', '【】', '', '第']) : null
  for (let left = 3 + dice.below(7); left > 0; left--) {
    if (heads !== null && dice.chance(0.6))
      blocks.push({ kind: 'heading', depth: 2, text: subHeading(heads, dice), apart: true })
    const note = noted && dice.chance(0.6) ? `${open}${classicalNote(dice)}${close}` : ''
    const more = note === '' ? '' : classicalParagraph(dice, marks, 1, 4)
    blocks.push(text('paragraph', classicalParagraph(dice, marks) + note + more))
  }
  if (dice.chance(0.15)) blocks.push(...notes(dice))
  return { genre: marks ? 'classical' : 'unpunctuated', blocks }
}

function subHeading(mark: string, dice: Random): string {
  const name = verseLine(2, dice)
  if (mark === '【】') return `【${name}】`
  if (mark === '第') return `${name}第${hanNumber(1 + dice.below(30))}`
  return mark + name
}
