/**
 * True where a character must have a glyph: neither a control character, nor
 * one that Unicode lets every renderer ignore (variation selectors, joiners,
 * directional marks), nor a line break. Spaces need a glyph: it is their width. So do the fillers of Hangul and the
 * controls of annotations, for which a browser draws a missing glyph where no face has them.
 */
export function needsGlyph(codePoint: number): boolean {
  return !INVISIBLE.test(String.fromCodePoint(codePoint))
}

/** True where a character with a glyph has nothing to draw. */
export function isSpace(codePoint: number): boolean {
  return SPACE.test(String.fromCodePoint(codePoint))
}

const INVISIBLE =
  /^(?![\u115F\u1160\u3164\uFFA0])(?:\p{Default_Ignorable_Code_Point}|\p{Cc}|\p{Zl}|\p{Zp})$/u
const SPACE = /^(?:\p{Zs}|\u2800)$/u
