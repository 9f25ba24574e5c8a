import type { CollatedWork, Division, LemmaCharacter } from '@huijiao/model'
import type { PunctuationSlot } from '@huijiao/readings'
import { conventional } from '@huijiao/text'

/**
 * Parts the marks between two blocks as the witnesses have them: what a witness writes at the head of its
 * block opens the block, such as the dash of a subtitle, which by itself might as well close the one before.
 */
export function blockSlots(
  work: CollatedWork,
  lemma: readonly LemmaCharacter[],
  divisions: readonly Division[],
  slots: readonly PunctuationSlot[],
): readonly PunctuationSlot[] {
  const starts = new Set(divisions.map((d) => d.start))
  return slots.map((slot, i) => {
    if (i === 0 || !starts.has(i)) return slot
    const marks = slot.close + slot.open
    const open = headMarks(work, lemma[i])
    if (open === '' || !marks.endsWith(open)) return slot
    return { ...slot, close: marks.slice(0, marks.length - open.length), open }
  })
}

/** What the witness preferred as base text has before the first character of its block. */
function headMarks(work: CollatedWork, character: LemmaCharacter | undefined): string {
  for (const w of work.preference) {
    const token = work.witnesses[w]?.tokens[character?.tokens[w] ?? -1]
    if (token === undefined || token.before.length === 0) continue
    return conventional(token.before.map((s) => s.t).join(''), '', token.t)
  }
  return ''
}
