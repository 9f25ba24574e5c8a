import type { CollatedWork, Decision, LemmaCharacter, WitnessToken } from '@huijiao/model'
import { conventional, keyOf } from '@huijiao/text'
import { lemmaOf } from './lemma.ts'

/** Stands among the marks where a block ends. */
const BLOCK_END = '¶'

/** The reading text as decided so far, with lookup of the context of a place. */
export interface Guide {
  readonly characters: readonly LemmaCharacter[]
  /** Matching keys of the characters. */
  readonly keys: readonly string[]
  /** Marks after each character, of the first witness in preference that has it; `¶` where a block ends. */
  readonly marks: readonly string[]
  /** Half-open range of the unit in `characters`; empty where the text has nothing of it. */
  readonly rangeOf: (unit: number) => readonly [start: number, end: number]
  /** Up to 24 characters before and after, punctuation included. */
  readonly around: (
    start: number,
    end: number,
  ) => { readonly before: string; readonly after: string }
  /** Up to `reach` characters on the left of a position with their marks, back to the start of the block. */
  readonly leftOf: (position: number, reach: number) => string
  readonly rightOf: (position: number, reach: number) => string
}

/** The guide by the base text alone. */
export const baseGuide = (work: CollatedWork): Guide => guideOf(work, [])

/**
 * The guide by the decisions made so far.
 *
 * @param known a guide by earlier decisions: what they left as it is is not looked up again.
 */
export function guideOf(work: CollatedWork, decisions: readonly Decision[], known?: Guide): Guide {
  const characters = lemmaOf(work, decisions)
  const starts = startsOf(characters, work.units.length)
  const same = sameAs(characters, starts, known)
  const before = (values: readonly string[] | undefined, i: number): string | undefined => {
    const there = same(i)
    return there === undefined ? undefined : values?.[there]
  }
  const marks = characters.map(
    (c, i) => before(known?.marks, i) ?? marksAfter(work, c, characters[i + 1]),
  )
  const { text, offsets } = writtenOut(characters, marks)
  const leftOf = (position: number, reach: number): string => {
    const before = text.slice(offsets[Math.max(0, position - reach)], offsets[position])
    // The mark next to the locus belongs to it even where a block ends there.
    return before.slice(before.lastIndexOf(BLOCK_END) + 1)
  }
  const rightOf = (position: number, reach: number): string => {
    const after = text.slice(
      offsets[position],
      offsets[Math.min(characters.length, position + reach)],
    )
    const end = after.indexOf(BLOCK_END)
    return end < 0 ? after : after.slice(0, end)
  }
  return {
    characters,
    keys: characters.map((c, i) => before(known?.keys, i) ?? keyOf(c.t)),
    marks,
    rangeOf: (unit) => [starts[unit] ?? 0, starts[unit + 1] ?? 0],
    around: (start, end) => ({
      before: last(leftOf(start, 24), 24),
      after: [...rightOf(end, 24)].slice(0, 24).join(''),
    }),
    leftOf,
    rightOf,
  }
}

/** The characters with their marks in one string, and where in it each begins, and the end. */
function writtenOut(
  characters: readonly LemmaCharacter[],
  marks: readonly string[],
): { readonly text: string; readonly offsets: Int32Array } {
  const parts = characters.map((c, i) => c.t + (marks[i] ?? ''))
  const offsets = new Int32Array(parts.length + 1)
  for (const [i, part] of parts.entries()) offsets[i + 1] = (offsets[i] ?? 0) + part.length
  return { text: parts.join(''), offsets }
}

/** By unit, and for the end: the index of its first character. */
function startsOf(characters: readonly LemmaCharacter[], units: number): Int32Array {
  const starts = new Int32Array(units + 1)
  for (const c of characters) starts[c.unit + 1] = (starts[c.unit + 1] ?? 0) + 1
  for (let u = 1; u < starts.length; u += 1) starts[u] = (starts[u] ?? 0) + (starts[u - 1] ?? 0)
  return starts
}

/** Where an earlier guide has a character of this one, the next one being the same; undefined where it has not. */
function sameAs(
  characters: readonly LemmaCharacter[],
  starts: Int32Array,
  known: Guide | undefined,
): (i: number) => number | undefined {
  return (i) => {
    const c = characters[i]
    if (known === undefined || c === undefined) return undefined
    const there = known.rangeOf(c.unit)[0] + i - (starts[c.unit] ?? 0)
    return known.characters[there] === c && known.characters[there + 1] === characters[i + 1]
      ? there
      : undefined
  }
}

const last = (text: string, count: number): string => [...text].slice(-count).join('')

function marksAfter(
  work: CollatedWork,
  c: LemmaCharacter,
  next: LemmaCharacter | undefined,
): string {
  for (const w of work.preference) {
    const token = work.witnesses[w]?.tokens[c.tokens[w] ?? -1]
    if (token !== undefined)
      return marksOf(token, work.witnesses[w]?.tokens[(c.tokens[w] ?? 0) + 1], next?.t ?? '')
  }
  return ''
}

/** Marks between a token and the one after it, `¶` where a block ends between them. */
export function marksOf(
  token: WitnessToken,
  next: WitnessToken | undefined,
  following: string,
): string {
  const after = token.after.map((s) => s.t).join('')
  if (next === undefined) return `${conventional(after, token.t, '')}¶`
  if (next.block === token.block) return conventional(after, token.t, following)
  const before = next.before.map((s) => s.t).join('')
  return `${conventional(after, token.t, '')}¶${conventional(before, '', next.t)}`
}
