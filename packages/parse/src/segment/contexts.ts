import type { Profile, Topics } from './topics.ts'
import type { Page } from './types.ts'

/** Content characters on each side of a cut that are compared. */
const NEAR = 320

/** The text at either side of a cut, as far as it is known to run on; by atom. */
export interface Context {
  /** What stands before the end of an atom. */
  readonly before: (atom: number) => Profile
  /** What follows from the beginning of an atom. */
  readonly after: (atom: number) => Profile
  readonly textBefore: (atom: number) => string
  readonly textAfter: (atom: number) => string
  /** The atom that follows in the same text, or -1. */
  readonly next: Int32Array
  /** Whether the second atom stands before the first in one text: what follows it leads to the first. */
  readonly returns: (from: number, to: number) => boolean
}

/** `next` is, by atom, the atom that follows it in the same text, or -1. */
export function contextOf(page: Page, topics: Topics, next: Int32Array): Context {
  const previous = new Int32Array(next.length).fill(-1)
  for (const [at, to] of next.entries()) if (to >= 0) previous[to] = at
  const befores: (Profile | undefined)[] = []
  const afters: (Profile | undefined)[] = []
  const textBefore = (atom: number): string => walk(page, atom, previous, true)
  const textAfter = (atom: number): string => walk(page, atom, next, false)
  return {
    before(atom) {
      const found = befores[atom] ?? topics.profile(textBefore(atom))
      befores[atom] = found
      return found
    },
    after(atom) {
      const found = afters[atom] ?? topics.profile(textAfter(atom))
      afters[atom] = found
      return found
    },
    textBefore,
    textAfter,
    next,
    returns(from, to) {
      let at = to
      for (let length = 0; at >= 0 && length < NEAR; at = next[at] ?? -1) {
        if (at === from) return true
        const atom = page.atoms[at]
        length += atom === undefined ? 0 : atom.to - atom.from
      }
      return false
    },
  }
}

/** Folded characters of an atom and of those that follow it by `step`, up to the limit. */
function walk({ atoms, content }: Page, from: number, step: Int32Array, back: boolean): string {
  const parts: string[] = []
  let length = 0
  for (let at = from; at >= 0 && length < NEAR; at = step[at] ?? -1) {
    const atom = atoms[at]
    if (atom === undefined) break
    const room = NEAR - length
    const codes = back
      ? content.codes.subarray(Math.max(atom.from, atom.to - room), atom.to)
      : content.codes.subarray(atom.from, Math.min(atom.to, atom.from + room))
    parts.push(String.fromCodePoint(...codes))
    length += codes.length
  }
  return (back ? parts.reverse() : parts).join('')
}
