import type { Decision, Division } from '@huijiao/model'
import type { Material } from './material.ts'

/** The punctuation at one place of a block, and what was decided there where witnesses differ. */
export interface Mark {
  readonly text: string
  readonly decision?: Decision
}

export function markBefore({ slots }: Pick<Material, 'slots'>, division: Division): Mark {
  const slot = slots[division.start]
  // Between blocks the decision stands with the marks that close the first.
  const decides = division.start === 0 && slot?.decision !== undefined
  return { text: slot?.open ?? '', ...(decides ? { decision: slot.decision } : {}) }
}

export function markAfter(
  { slots, lemma, cuts }: Pick<Material, 'slots' | 'lemma' | 'cuts'>,
  division: Division,
  at: number,
): Mark {
  const slot = slots[at + 1]
  if (slot === undefined) return { text: '' }
  const closes = at + 1 === division.end
  const written = closes ? slot.close : slot.close + slot.open
  const kept = (): boolean =>
    !closes &&
    HAN.test(`${lemma[at]?.t}${lemma[at + 1]?.t}`) &&
    (SPACED.has(division.role) || lemma[at]?.t === '电' || inDateline(cuts, division, at))
  const text = spaced(written, kept)
  return slot.decision === undefined ? { text } : { text, decision: slot.decision }
}

/** Space between Chinese characters, written ideographic, stays only where it parts names or halves. */
function spaced(written: string, kept: () => boolean): string {
  if (!/^[\s\u3000]+$/u.test(written)) return written.replaceAll('\u3000', '')
  return written === ' ' || kept() ? ' ' : ''
}

/** Whether a character stands in the dateline that opens its block. */
function inDateline(cuts: ReadonlySet<number>, division: Division, at: number): boolean {
  for (let k = at + 2; k <= division.end; k += 1) if (cuts.has(k)) return true
  return false
}

/** What a ruling supplies may be a digit, which takes no space, where the source had two Han characters. */
const HAN = /^\p{Script=Han}{2}$/u

const SPACED: ReadonlySet<string> = new Set(['title', 'subtitle', 'byline', 'dateline', 'heading'])
