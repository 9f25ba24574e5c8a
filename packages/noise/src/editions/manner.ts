import type { Random } from '../random.ts'
import { type Furniture, furnitureOf } from './furniture.ts'

/** How one copy is set. */
export interface Manner {
  /** Full-width characters in a line; 0 where a paragraph is a line. */
  readonly measure: number
  /** Blank lines between paragraphs. */
  readonly blanks: number
  /** A blank line stands after every line, those inside paragraphs too. */
  readonly spaced: boolean
  readonly indent: string
  /** White space before verse and what is set in. */
  readonly inset: string
  readonly markdown: boolean
  /** In markdown: headings inside a work are set in bold, not as headings. */
  readonly boldHeads: boolean
  readonly centred: boolean
  /** Title and author stand in one line. */
  readonly oneHead: boolean
  /** Blank lines before a heading or a title, more than between paragraphs. */
  readonly air: number
  /** What parts the cells of a row. */
  readonly cells: string
  /** Lines on a page; 0 where there are no pages. */
  readonly pageLines: number
  readonly feeds: boolean
  /** Page number and running head stand on every page, or one of them. */
  readonly heads: boolean
  readonly folios: boolean
  readonly web: boolean
  readonly furniture: Furniture
  /** Share of the letters that are misread, left out or doubled. */
  readonly noise: number
  readonly halfWidth: boolean
  /** Classical text and verse stand without marks. */
  readonly unmarked: boolean
}

/** Draws the manner of a copy. @param second whether its furniture is of the second vocabulary */
export function mannerOf(dice: Random, second: boolean, noise: number): Manner {
  const wrapped = dice.chance(0.4)
  const markdown = !wrapped && dice.chance(0.3)
  const web = !wrapped && dice.chance(0.4)
  // Pages that were put into whole paragraphs leave their heads and numbers between these.
  const paged = dice.chance(wrapped ? 0.55 : 0.12)
  const blanks = dice.pick([0, 1, 1, 2])
  const spaced = dice.chance(0.06)
  // Without white space nobody could tell one paragraph from the next.
  const indents =
    wrapped && blanks === 0 && !spaced ? ['　　', '    ', '　　'] : ['　　', '', '', '    ']
  return {
    measure: wrapped ? dice.pick([17, 20, 24, 28, 30, 34, 38, 40]) : 0,
    blanks: spaced ? 0 : blanks,
    spaced,
    indent: markdown ? '' : dice.pick(indents),
    inset: markdown ? '' : dice.pick(['　　　　', '    ', '', '　　']),
    markdown,
    boldHeads: markdown && dice.chance(0.3),
    centred: !markdown && dice.chance(0.3),
    oneHead: dice.chance(0.15),
    air: dice.below(3),
    cells: markdown ? ' | ' : dice.pick(['\t', '　', '  ', ' | ', '｜']),
    pageLines: paged ? (wrapped ? 18 + dice.below(24) : 3 + dice.below(7)) : 0,
    feeds: paged && dice.chance(0.3),
    heads: paged && dice.chance(0.7),
    folios: paged && dice.chance(0.8),
    web,
    furniture: furnitureOf(dice, second),
    noise: dice.next() * noise,
    halfWidth: dice.chance(0.15),
    unmarked: dice.chance(0.2),
  }
}
