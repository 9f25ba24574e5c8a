import type { Random } from '../random.ts'
import { block as text } from './blocks.ts'
import { CLASSICAL_AUTHORS, classicalParagraph, tune, verseLine, verseTitle } from './classical.ts'
import { headline } from './sentences.ts'
import { fill, hanNumber } from './vocabulary.ts'
import type { MadeWork } from './work.ts'

/** Regular verse: lines of five or seven, one or two to a printed line, with or without marks. */
export function verse(dice: Random): MadeWork {
  const blocks = [text('title', verseTitle(dice))]
  if (dice.chance(0.5)) blocks.push(text('byline', fill(dice.pick(CLASSICAL_AUTHORS), dice)))
  const length = dice.pick([5, 7])
  const couplets = dice.pick([2, 2, 4, 4, 6])
  const poems = dice.chance(0.25) ? 2 + dice.below(3) : 1
  const [pause, stop] = dice.pick([
    ['，', '。'],
    ['，', '。'],
    ['', ''],
    ['　', ''],
  ] as const)
  const oneLine = dice.chance(0.5)
  for (let poem = 0; poem < poems; poem++) {
    if (poems > 1)
      blocks.push({ kind: 'heading', depth: 2, text: `其${hanNumber(poem + 1)}`, apart: true })
    for (let at = 0; at < couplets; at++) {
      const apart = at === 0 ? { apart: true } : {}
      const [one, two] = [verseLine(length, dice) + pause, verseLine(length, dice) + stop]
      if (oneLine) blocks.push({ kind: 'verse', text: one + two, ...apart })
      else blocks.push({ kind: 'verse', text: one.trim(), ...apart }, text('verse', two))
    }
  }
  return { genre: 'verse', blocks }
}

/** Words to a tune: two stanzas of uneven lines. */
export function ci(dice: Random): MadeWork {
  const title = dice.chance(0.6) ? `${tune(dice)}·${verseTitle(dice)}` : tune(dice)
  const blocks = [text('title', title)]
  if (dice.chance(0.3)) blocks.push(text('byline', fill(dice.pick(CLASSICAL_AUTHORS), dice)))
  if (dice.chance(0.3)) blocks.push(text('paragraph', classicalParagraph(dice, true, 2, 4)))
  const marks = dice.chance(0.75)
  for (let stanza = 0; stanza < 2; stanza++) {
    const lines = 3 + dice.below(3)
    for (let at = 0; at < lines; at++) {
      const parts = Array.from({ length: 1 + dice.below(3) }, () =>
        verseLine(dice.pick([3, 4, 5, 6, 7]), dice),
      )
      const said = parts.join(marks ? '，' : '　') + (marks ? '。' : '')
      blocks.push({ kind: 'verse', text: said, ...(at === 0 ? { apart: true } : {}) })
    }
  }
  return { genre: 'ci', blocks }
}

/** Free verse: lines of any length, at times without a mark, in stanzas. */
export function modernVerse(dice: Random): MadeWork {
  const blocks = [text('title', headline('essay', dice))]
  if (dice.chance(0.5)) blocks.push(text('byline', fill('{name}', dice)))
  const marks = dice.chance(0.5)
  const lines = [
    '像{who}的{thing}',
    '我在{place}等你',
    '{nature}{moves}',
    '{look}的{thing}',
    '没有人{verb}{abstract}',
    '而{abstract}比{thing}更{look}',
    '你说{town}很远',
    '{when}',
    '我把{thing}放在{place}',
    '{manner}，像{nature}',
    '谁在{place}{verb}{thing}',
    '只有{nature}',
  ]
  for (let stanza = 2 + dice.below(4); stanza > 0; stanza--) {
    const count = 2 + dice.below(4)
    for (let at = 0; at < count; at++) {
      const mark = marks ? (at === count - 1 ? '。' : '，') : ''
      blocks.push({
        kind: 'verse',
        text: fill(dice.pick(lines), dice) + mark,
        ...(at === 0 ? { apart: true } : {}),
      })
    }
  }
  return { genre: 'modern-verse', blocks }
}
