import { faces } from './catalogue.ts'
import type { Face, Role } from './face.ts'
import { chain } from './roles.ts'

/** Every code point that a role or its fallbacks can set, ascending. */
export function coverage(role: Role): readonly number[] {
  const all = new Set<number>()
  for (const face of chain(role)) for (const codePoint of face.codePoints()) all.add(codePoint)
  return [...all].sort((a, b) => a - b)
}

/** The first face of a role's chain that has a character. */
export function faceOf(codePoint: number, role: Role): Face | undefined {
  return chain(role).find((face) => face.covers(codePoint))
}

/** A face by its id. */
export function faceById(id: string): Face | undefined {
  return faces().find((face) => face.id === id)
}
