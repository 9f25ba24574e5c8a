import type { Departure } from '../strings/apparatus/types.ts'

const CONTENT = /[\p{L}\p{N}\p{M}\p{S}]/u

const MARKS = /[^\p{L}\p{N}\p{M}\p{S}]/u

/** A Latin word or a number is one; of anything else each character. */
const PART_OF = /[\p{Script=Latin}\p{M}'’]+|\p{Nd}+|./gsu

const partsOf = (text: string): string[] => text.match(PART_OF) ?? []

/** The longest lemma of which a transposition is told, in code points: longer, it is another wording. */
const LONGEST_ORDER = 8
/** The longest anchor, in code points. */
const ANCHOR = 2

/**
 * How a text departs from a lemma: in one place by more or less, in order, or otherwise.
 *
 * @example lemma `国防部`, text `国防` → `{ kind: 'lack', text: '部', whole: false }`
 */
export function departureOf(lemma: string, text: string): Departure {
  // A reading of several words has no marks of its own: then those of the lemma are no difference.
  const stripped = lemma.replaceAll(new RegExp(MARKS, 'gu'), '')
  const bare = MARKS.test(text) || stripped === text ? lemma : stripped
  const [own, other] = [partsOf(bare), partsOf(text)]
  // Marks alone are what is left of words that are not there.
  if (CONTENT.test(lemma) && !CONTENT.test(text)) return { kind: 'lack', text: lemma, whole: true }
  let before = 0
  while (before < own.length && before < other.length && own[before] === other[before]) before += 1
  let after = 0
  while (
    after < own.length - before &&
    after < other.length - before &&
    own.at(-1 - after) === other.at(-1 - after)
  )
    after += 1
  const less = own.slice(before, own.length - after).join('')
  const more = other.slice(before, other.length - after).join('')
  if (more === '' && less !== '') return { kind: 'lack', text: less, whole: false }
  if (less === '' && more !== '') return addition(own, before, more)
  const sorted = (points: readonly string[]): string => points.toSorted().join('')
  if (own.length <= LONGEST_ORDER && own.length > 1 && sorted(own) === sorted(other))
    return { kind: 'order', text }
  return { kind: 'other', text }
}

/** More than the lemma has, placed before the words that follow it, or at the end after those that precede. */
function addition(own: readonly string[], at: number, text: string): Departure {
  return at < own.length
    ? { kind: 'more', text, anchor: own.slice(at, at + ANCHOR).join(''), side: 'before' }
    : { kind: 'more', text, anchor: own.slice(Math.max(0, at - ANCHOR)).join(''), side: 'after' }
}
