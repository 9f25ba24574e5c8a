import type { Page } from '../page/types.ts'
import type { Profile, Topics } from './topics.ts'

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
  /** The one that precedes it, or -1. */
  readonly previous: Int32Array
  /** Whether the second atom stands before the first in one text: what follows it leads to the first. */
  readonly returns: (from: number, to: number) => boolean
}

/**
 * `next` is, by atom, the atom that follows it in the same text, or -1. What an `earlier` context of the page
 * has by the same way is taken from it.
 */
export function contextOf(
  page: Page,
  topics: Topics,
  next: Int32Array,
  earlier?: Context,
): Context {
  const previous = new Int32Array(next.length).fill(-1)
  for (const [at, to] of next.entries()) if (to >= 0) previous[to] = at
  const befores: (Profile | undefined)[] = []
  const afters: (Profile | undefined)[] = []
  const textBefore = (atom: number): string => walk(page, atom, previous, true)
  const textAfter = (atom: number): string => walk(page, atom, next, false)
  const known = (atom: number, back: boolean): Profile | undefined =>
    earlier !== undefined &&
    sameWay(page, atom, back ? previous : next, back ? earlier.previous : earlier.next)
      ? earlier[back ? 'before' : 'after'](atom)
      : undefined
  return {
    before(atom) {
      const found = befores[atom] ?? known(atom, true) ?? topics.profile(textBefore(atom))
      befores[atom] = found
      return found
    },
    after(atom) {
      const found = afters[atom] ?? known(atom, false) ?? topics.profile(textAfter(atom))
      afters[atom] = found
      return found
    },
    textBefore,
    textAfter,
    next,
    previous,
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

/** Whether two ways from an atom are one, as far as they are looked at. */
function sameWay({ atoms }: Page, from: number, one: Int32Array, two: Int32Array): boolean {
  let length = 0
  for (let at = from; at >= 0 && length < NEAR; at = one[at] ?? -1) {
    const atom = atoms[at]
    length += atom === undefined ? 0 : atom.to - atom.from
    if (length < NEAR && one[at] !== two[at]) return false
  }
  return true
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
