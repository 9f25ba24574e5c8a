import { faces } from './catalogue.ts'
import type { Face, Role } from './face.ts'
import { chain } from './roles.ts'

/** The first face of a role's chain that has a character. */
export function faceOf(codePoint: number, role: Role): Face | undefined {
  return chain(role).find((face) => face.covers(codePoint))
}

/** A face by its id. */
export function faceById(id: string): Face | undefined {
  return faces().find((face) => face.id === id)
}
