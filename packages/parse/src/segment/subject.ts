import type { Survey } from './survey.ts'
import type { Profile, Topics } from './topics.ts'
import type { Atom } from './types.ts'

/** Content characters on each side that are compared where two links contend. */
const NEAR = 300

/** Whether two atoms are of one subject, by the text before the one and after the other. */
export function subject({ page, topics }: Survey, from: number, to: number): number {
  const end = page.atoms[from]
  const start = page.atoms[to]
  if (end === undefined || start === undefined) return 0
  const { codes } = page.content
  const before = profileOf(befores, end, topics, codes.subarray(Math.max(0, end.to - NEAR), end.to))
  const after = profileOf(afters, start, topics, codes.subarray(start.from, start.from + NEAR))
  return Math.max(-1.5, Math.min(1.5, topics.compare(before, after)))
}

const befores = new WeakMap<Atom, Profile>()
const afters = new WeakMap<Atom, Profile>()

/** The profile of the text at one side of an atom, made once. */
function profileOf(
  known: WeakMap<Atom, Profile>,
  atom: Atom,
  topics: Topics,
  codes: Int32Array,
): Profile {
  const found = known.get(atom) ?? topics.profile(String.fromCodePoint(...codes))
  known.set(atom, found)
  return found
}
