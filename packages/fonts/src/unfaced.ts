import { faceOf } from './coverage.ts'
import type { Role } from './face.ts'
import { needsGlyph } from './visible.ts'

/** Stands for a character without a face where nothing else can be drawn: in running heads, on covers. */
const STAND_IN = '□'

/** Whether some face of a role has a character, or it needs none. */
export function hasFace(character: string, role: Role): boolean {
  const codePoint = character.codePointAt(0) ?? 0
  return !needsGlyph(codePoint) || faceOf(codePoint, role) !== undefined
}

/** A text with □ for each character that no face of a role has. */
export const withStandIns = (text: string, role: Role): string =>
  [...text].map((c) => (hasFace(c, role) ? c : STAND_IN)).join('')
