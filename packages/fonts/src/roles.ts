import { faces } from './catalogue.ts'
import type { Face, Role } from './face.ts'

type Kind = 'song' | 'hei' | 'kai' | 'marks'

const kindOf = (role: Role): Kind =>
  (['marks', 'kai', 'hei'] as const).find((kind) => role.startsWith(kind)) ?? 'song'

/**
 * The order in which families are tried. A missing glyph is sought first in the
 * nearest design: the traditional Song face with the rare characters for Song
 * and Hei, the Song face for Kai.
 */
const ORDER: Readonly<Record<Kind, readonly string[]>> = {
  song: ['song', 'rare', 'kai', 'hei'],
  hei: ['hei', 'song', 'rare', 'kai'],
  kai: ['kai', 'song', 'rare', 'hei'],
  marks: ['rare', 'song', 'kai', 'hei'],
}

const chains = new Map<Role, readonly Face[]>()

/** The faces that set a role, the proper one first, then its fallbacks of the same weight. */
export function chain(role: Role): readonly Face[] {
  const known = chains.get(role)
  if (known !== undefined) return known
  const weight = role.endsWith('-bold') ? 700 : 400
  const found = ORDER[kindOf(role)].flatMap((name) =>
    faces().filter((face) => face.weight === weight && face.id.startsWith(`${name}-`)),
  )
  chains.set(role, found)
  return found
}
