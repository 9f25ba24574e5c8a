import type { Role } from '../../src/face.ts'
import { chain } from '../../src/roles.ts'

/** Every code point that a role or its fallbacks can set, ascending, each once. */
export function coverage(role: Role): readonly number[] {
  return [...new Set(chain(role).flatMap((face) => face.codePoints()))].sort((a, b) => a - b)
}
