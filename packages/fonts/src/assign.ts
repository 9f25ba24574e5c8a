import { faceOf } from './coverage.ts'
import { UncoveredCharacterError } from './errors.ts'
import type { Face, Role } from './face.ts'
import { hasFace } from './unfaced.ts'
import { needsGlyph } from './visible.ts'

/** Text that one face sets. */
export interface Run {
  readonly face: Face
  readonly text: string
}

/** Text to be set, the role that sets it, and where it stands, for messages. */
export interface Use {
  readonly text: string
  readonly role: Role
  readonly place?: string
}

/** A face and the characters a book needs of it, each once, in code point order. */
export interface FaceUse {
  readonly face: Face
  readonly characters: string
}

/**
 * Cuts text into runs of one face, by the fallback chain of the role.
 * Characters that need no glyph stay with the run before them.
 * @throws UncoveredCharacterError where no face of the chain has a character.
 */
export function assign(text: string, role: Role, place?: string): readonly Run[] {
  const runs: { face: Face; text: string }[] = []
  let pending = ''
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const last = runs.at(-1)
    if (!needsGlyph(codePoint)) {
      if (last === undefined) pending += character
      else last.text += character
      continue
    }
    const face = faceOf(codePoint, role)
    if (face === undefined) throw new UncoveredCharacterError(character, role, place)
    if (last?.face === face) last.text += character
    else runs.push({ face, text: last === undefined ? pending + character : character })
  }
  return runs
}

/**
 * Gathers what a book needs of each face, in the order of `faces()`' ids.
 *
 * @param unfaced receives the first use of each character that no face of a role has, and the character.
 * @throws UncoveredCharacterError with the place of the first use of the character, where nothing receives it.
 */
export function gather(
  uses: Iterable<Use>,
  unfaced?: (use: Use, character: string) => void,
): readonly FaceUse[] {
  const needed = new Map<Face, Set<string>>()
  const seen = new Map<Role, Set<string>>()
  for (const use of uses) {
    const { text, role, place } = use
    const done = seen.get(role) ?? new Set()
    seen.set(role, done)
    for (const character of text) {
      if (done.has(character)) continue
      done.add(character)
      if (unfaced !== undefined && !hasFace(character, role)) {
        unfaced(use, character)
        continue
      }
      for (const run of assign(character, role, place)) {
        const characters = needed.get(run.face) ?? new Set()
        characters.add(character)
        needed.set(run.face, characters)
      }
    }
  }
  return [...needed]
    .map(([face, characters]) => ({
      face,
      characters: sortCharacters([...characters]),
    }))
    .sort((a, b) => (a.face.id < b.face.id ? -1 : 1))
}

/** Each character once, in code point order. */
export function sortCharacters(characters: Iterable<string>): string {
  const points = new Set<number>()
  for (const character of characters) points.add(character.codePointAt(0) ?? 0)
  return [...points]
    .sort((a, b) => a - b)
    .map((point) => String.fromCodePoint(point))
    .join('')
}
