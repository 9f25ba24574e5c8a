import type { CollatedWork, Decision, LemmaCharacter, WitnessToken } from '@huijiao/model'
import { conventional, keyOf } from '@huijiao/text'
import { lemmaOf } from './lemma.ts'

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

/** The guide by the decisions made so far. */
export function guideOf(work: CollatedWork, decisions: readonly Decision[]): Guide {
  const characters = lemmaOf(work, decisions)
  const marks = characters.map((c, i) => marksAfter(work, c, characters[i + 1]))
  const starts = new Int32Array(work.units.length + 1)
  for (const c of characters) starts[c.unit + 1] = (starts[c.unit + 1] ?? 0) + 1
  for (let u = 1; u < starts.length; u += 1) starts[u] = (starts[u] ?? 0) + (starts[u - 1] ?? 0)

  const leftOf = (position: number, reach: number): string => {
    let text = ''
    for (let i = position - 1; i >= Math.max(0, position - reach); i -= 1) {
      const mark = marks[i] ?? ''
      const end = mark.lastIndexOf('¶')
      // The mark next to the locus belongs to it even where a block ends there.
      if (end >= 0) return mark.slice(end + 1) + text
      text = (characters[i]?.t ?? '') + mark + text
    }
    return text
  }
  const rightOf = (position: number, reach: number): string => {
    let text = ''
    for (let i = position; i < Math.min(characters.length, position + reach); i += 1) {
      const mark = marks[i] ?? ''
      const end = mark.indexOf('¶')
      text += (characters[i]?.t ?? '') + (end < 0 ? mark : mark.slice(0, end))
      if (end >= 0) return text
    }
    return text
  }
  return {
    characters,
    keys: characters.map((c) => keyOf(c.t)),
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
