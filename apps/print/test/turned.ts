import type { Glyphs, PrintedPage } from '@huijiao/proof'

/** How far the middle of the em square stands above the baseline, and its top, in ems. */
const [MIDDLE, TOP] = [0.38, 0.88]

/**
 * Pages with vertical lines, turned so that lines run from left to right and follow downward, the first line of the
 * text block beginning at 0. Upright glyphs get the place that they would have in a horizontal line.
 *
 * @param margins at the spine and at the fore-edge, in points; the first page is bound at its right.
 */
export function turned(
  pages: readonly PrintedPage[],
  margins: { readonly inner: number; readonly outer: number },
): PrintedPage[] {
  return pages.map((page, index) => {
    const edge = page.width - (index % 2 === 0 ? margins.inner : margins.outer)
    return {
      ...page,
      glyphs: page.glyphs.map((g) => turnedGlyph(g, edge)),
      links: page.links.map((l) => ({ ...l, y: edge - l.right })),
    }
  })
}

function turnedGlyph(g: Glyphs, edge: number): Glyphs {
  if (g.sideways) {
    const middle = g.x + g.size * MIDDLE
    return { ...g, x: g.y, y: edge - middle + g.size * MIDDLE }
  }
  // Of two digits in one square the piece is as wide as the square.
  const middle = g.x + g.width / 2
  return { ...g, x: g.y - g.size * TOP, y: edge - middle + g.size * MIDDLE, width: g.size }
}
