import { Blob, Face as HarfbuzzFace, Font } from 'harfbuzzjs'
import type { Face } from './face.ts'
import { subset } from './subset.ts'

/** The shape of a character, for drawing. */
export interface GlyphPath {
  /** SVG path data in font units, y upwards; empty for a space. */
  readonly d: string
  /** Width in font units. */
  readonly advance: number
  readonly unitsPerEm: number
}

/**
 * The shapes of some characters of a face, by code point; a code point that is not among them has the shape of the
 * missing glyph.
 *
 * @throws {UncoveredCharacterError} for a character that the face lacks.
 */
export async function pathsOf(
  face: Face,
  characters: string,
): Promise<(codePoint: number) => GlyphPath> {
  const font = new Font(new HarfbuzzFace(new Blob(await subset(face, characters))))
  return (codePoint) => {
    const glyph = font.nominalGlyph(codePoint) ?? 0
    return {
      d: font.glyphToPath(glyph),
      advance: font.glyphHAdvance(glyph),
      unitsPerEm: font.face.upem,
    }
  }
}
