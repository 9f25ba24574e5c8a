import type { Trim } from '@huijiao/ast'

/** A page in CSS pixels (96 to the inch): the text block is whole characters by whole lines. */
export interface Measures {
  /** Trimmed page, in millimetres. */
  readonly trim: { readonly width: number; readonly height: number }
  /** Size of the text in pixels: the width of a character. */
  readonly em: number
  /** Distance of baselines in pixels. */
  readonly line: number
  /** Characters in a line. */
  readonly characters: number
  /** Lines on a page. */
  readonly lines: number
  /** Size and distance of baselines of notes and back matter. */
  readonly small: { readonly em: number; readonly line: number }
  /** Share of the spare height above the text block, and of the spare width at the spine. */
  readonly top: number
  readonly inner: number
}

const MEASURES: Readonly<Record<Trim, Measures>> = {
  a5: {
    trim: { width: 148, height: 210 },
    em: 14,
    line: 23,
    characters: 28,
    lines: 26,
    small: { em: 11.5, line: 17.25 },
    top: 0.47,
    inner: 0.46,
  },
  '32k': {
    trim: { width: 130, height: 184 },
    em: 13,
    line: 21,
    characters: 26,
    lines: 25,
    small: { em: 11, line: 16 },
    top: 0.47,
    inner: 0.46,
  },
  '16k': {
    trim: { width: 185, height: 260 },
    em: 14,
    line: 24,
    characters: 36,
    lines: 32,
    small: { em: 12.25, line: 18 },
    top: 0.47,
    inner: 0.46,
  },
  a4: {
    trim: { width: 210, height: 297 },
    em: 15,
    line: 26,
    characters: 38,
    lines: 34,
    small: { em: 12.5, line: 19 },
    top: 0.47,
    inner: 0.46,
  },
}

export const measuresOf = (trim: Trim): Measures => MEASURES[trim]

/** Millimetres in CSS pixels. */
const px = (mm: number): number => (mm * 96) / 25.4

/** Where the text block stands on the page, all in pixels. */
export interface PageBox {
  readonly page: { readonly width: number; readonly height: number }
  readonly text: { readonly width: number; readonly height: number }
  readonly top: number
  readonly bottom: number
  readonly inner: number
  readonly outer: number
}

/**
 * The boxes of a page.
 *
 * @param bleed millimetres added on every side, for printing beyond the trim.
 * @param vertical whether lines run downward: characters then count down, lines leftward.
 */
export function pageBox(m: Measures, bleed: number, vertical: boolean): PageBox {
  const page = { width: px(m.trim.width + 2 * bleed), height: px(m.trim.height + 2 * bleed) }
  const [along, across] = [m.em * m.characters, m.line * m.lines]
  const text = vertical ? verticalText(m, page, bleed) : { width: along, height: across }
  const spare = { width: page.width - text.width, height: page.height - text.height }
  const edge = px(bleed)
  const top = edge + (spare.height - 2 * edge) * m.top
  const inner = edge + (spare.width - 2 * edge) * m.inner
  return {
    page,
    text,
    top,
    bottom: spare.height - top,
    inner,
    outer: spare.width - inner,
  }
}

/** Of the same type area, turned: as many whole lines as its width holds, as many characters as its height. */
function verticalText(m: Measures, page: { width: number; height: number }, bleed: number) {
  const width = Math.floor((m.em * m.characters) / m.line) * m.line
  const most = page.height - 2 * px(bleed) - px(40)
  return { width, height: Math.floor(Math.min(m.line * m.lines, most) / m.em) * m.em }
}
