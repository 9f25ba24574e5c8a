import type { Article } from './articles.ts'
import type { Random } from './random.ts'

/** A character of an article as a copy has it. */
export interface Glyph {
  readonly point: string
  readonly order: number
}

/**
 * The blocks of an article as misread by a copy: title, dateline, paragraphs.
 *
 * @param rate share of the content characters that are misread, left out or doubled
 */
export function glyphsOf(
  article: Article,
  rate: number,
  halfWidth: boolean,
  dice: Random,
): Glyph[][] {
  const texts = [article.title, article.dateline ?? '', ...article.paragraphs]
  const all = Array.from(article.paragraphs.join('')).filter((point) =>
    /\p{Script=Han}/u.test(point),
  )
  let order = 0
  return texts
    .filter((text) => text !== '')
    .map((text) => {
      const glyphs: Glyph[] = []
      for (const point of text) {
        const place = order++
        const content = /[\p{L}\p{N}]/u.test(point)
        if (content && dice.chance(rate)) {
          const slip = dice.below(4)
          if (slip === 0) continue
          if (slip === 1) glyphs.push({ point, order: place }, { point, order: place })
          else glyphs.push({ point: dice.pick(all), order: place })
          continue
        }
        const half = halfWidth ? HALF.get(point) : undefined
        if (half === undefined) glyphs.push({ point, order: place })
        else for (const mark of half) glyphs.push({ point: mark, order: place })
      }
      return glyphs.at(-1)?.point === ' ' ? glyphs.slice(0, -1) : glyphs
    })
    .filter((glyphs) => glyphs.length > 0)
}

export const HALF: ReadonlyMap<string, string> = new Map([
  ['，', ', '],
  ['。', '。'],
  ['：', ': '],
  ['；', '; '],
  ['？', '? '],
  ['！', '! '],
  ['（', '('],
  ['）', ')'],
])

/** Sets paragraphs in lines of at most `measure` characters, the first two shorter. */
export function wrap(blocks: readonly (readonly Glyph[])[], measure: number): Glyph[][] {
  return blocks.flatMap((block, index) => {
    if (index === 0) return [[...block]]
    const lines: Glyph[][] = []
    let line: Glyph[] = []
    let width = 4
    for (const glyph of block) {
      const wide = widthOf(glyph.point)
      const clings = /[，。、；：！？”’）》,.:;!? ]/u.test(glyph.point)
      if (width + wide > measure * 2 && !clings) {
        lines.push(line)
        line = []
        width = 0
      }
      if (line.length > 0 || glyph.point !== ' ') line.push(glyph)
      width += wide
    }
    if (line.length > 0) lines.push(line)
    return lines
  })
}

/** How wide a character is, in half ems. */
export function widthOf(point: string): number {
  return /[\u1100-\uFFFF]|[‘’“”…—]/u.test(point) ? 2 : 1
}
