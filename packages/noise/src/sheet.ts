import type { Glyph } from './glyphs.ts'
import type { ScrambledFile, TruthSpan } from './truth.ts'

/** A page as it is printed, with the truth about what stands on it so far. */
export interface Sheet {
  /** Prints what nobody asks about: white space and the ends of lines. */
  white(text: string): void
  /** Prints what belongs to no text, with the end of its line. */
  furniture(text: string, kind: string, work: number): void
  /** Prints a line of a piece; `opens` where it is the first. */
  line(glyphs: readonly Glyph[], work: number, opens: boolean): void
  /** The piece printed last of a work is the end of it so far; `lacuna` where its next was lost. */
  lose(work: number): void
  done(): Omit<ScrambledFile, 'name'>
}

/** @param gap what ends a line */
export function newSheet(gap: string): Sheet {
  const points: string[] = []
  const spans: TruthSpan[] = []
  const joins: ScrambledFile['joins'][number][] = []
  const ends = new Map<number, { end: number; lacuna: boolean }>()
  const print = (glyphs: readonly Glyph[], work: number): void => {
    for (const [index, { point, order }] of glyphs.entries()) {
      const at = points.length
      points.push(point)
      const previous = spans.at(-1)
      const runs =
        index > 0 && previous !== undefined && previous.order + (at - previous.start) === order
      if (runs) spans[spans.length - 1] = { ...previous, end: at + 1 }
      else spans.push({ start: at, end: at + 1, work, order, kind: 'text' })
    }
  }
  return {
    white: (text) => {
      points.push(...text)
    },
    furniture: (text, kind, work) => {
      const start = points.length
      points.push(...text)
      spans.push({ start, end: points.length, work, order: -1, kind })
      points.push(...gap)
    },
    line: (glyphs, work, opens) => {
      const start = points.length
      print(glyphs, work)
      const known = ends.get(work)
      if (opens && known !== undefined)
        joins.push({ work, end: known.end, start, lacuna: known.lacuna })
      ends.set(work, { end: points.length - 1, lacuna: false })
    },
    lose: (work) => {
      const before = ends.get(work)
      if (before !== undefined) ends.set(work, { ...before, lacuna: true })
    },
    done: () => ({ text: points.join(''), spans, joins }),
  }
}
