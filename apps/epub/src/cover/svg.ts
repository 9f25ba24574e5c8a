import { assign, type GlyphPath, gather, pathsOf } from '@huijiao/fonts'

/** What covers are set in. */
export const ROLE = 'song-bold'

/** A colour as `#rrggbb`. */
export type Colour = `#${string}`

/** What is painted: a rectangle, or a line of text about a centre on a baseline, in pixels, y downwards. */
export type Shape =
  | { x: number; y: number; width: number; height: number; colour: Colour }
  | { text: string; x: number; y: number; size: number; colour: Colour }

/**
 * A picture as SVG, its text as the outlines of Song Bold, so that whatever draws it needs no font.
 *
 * @param shapes painted in order, one over the other.
 * @throws {UncoveredCharacterError} where no face has a character, with the place “cover”.
 */
export async function svg(
  width: number,
  height: number,
  shapes: readonly Shape[],
): Promise<string> {
  const text = shapes.map((shape) => ('text' in shape ? shape.text : '')).join('')
  const paths = new Map(
    await Promise.all(
      gather([{ text, role: ROLE, place: 'cover' }]).map(
        async ({ face, characters }) => [face.id, await pathsOf(face, characters)] as const,
      ),
    ),
  )
  const glyphsOf = (line: string): readonly GlyphPath[] =>
    assign(line, ROLE, 'cover').flatMap(({ face, text }) =>
      Array.from(text).flatMap((c) => paths.get(face.id)?.(c.codePointAt(0) ?? 0) ?? []),
    )
  const painted = shapes.map((shape) =>
    'text' in shape
      ? `<g fill="${shape.colour}">${lineOf(glyphsOf(shape.text), shape)}</g>`
      : `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${shape.colour}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${painted.join('')}</svg>`
}

/** Glyphs side by side about a centre on a baseline. */
function lineOf(
  glyphs: readonly GlyphPath[],
  at: { readonly x: number; readonly y: number; readonly size: number },
): string {
  const widths = glyphs.map((glyph) => (glyph.advance * at.size) / glyph.unitsPerEm)
  let pen = at.x - widths.reduce((sum, width) => sum + width, 0) / 2
  return glyphs
    .map(({ d, unitsPerEm }, i) => {
      const scale = at.size / unitsPerEm
      const placed = `<path transform="matrix(${scale} 0 0 ${-scale} ${pen} ${at.y})" d="${d}"/>`
      pen += widths[i] ?? 0
      return placed
    })
    .join('')
}
