import type { Division, LemmaCharacter, WorkSpec } from '@huijiao/model'
import type { PunctuationSlot } from '@huijiao/readings'
import { isContent, keyOf } from '@huijiao/text'

/**
 * Sets the punctuation and spacing of a title as the editor writes it in `edition.yaml`, where its
 * characters are those of the sources: a headline broken over lines says nothing of its spaces.
 */
export function titleSlots(
  spec: WorkSpec,
  lemma: readonly LemmaCharacter[],
  divisions: readonly Division[],
  slots: readonly PunctuationSlot[],
): readonly PunctuationSlot[] {
  const title = divisions.find((d) => d.role === 'title')
  if (title === undefined || spec.supplied) return slots
  const { content, marks } = split(spec.title)
  const found = lemma.slice(title.start, title.end)
  const same =
    found.length === content.length && found.every((c, i) => keyOf(c.t) === keyOf(content[i] ?? ''))
  if (!same) return slots
  return slots.map((slot, i) => {
    if (slot.decision !== undefined || i < title.start || i > title.end) return slot
    const written = marks[i - title.start] ?? ''
    if (i === title.start) return { ...slot, open: written.trim() }
    if (i === title.end) return { ...slot, close: written.trim() }
    return { close: written, open: '' }
  })
}

/** The content characters of a title, and what stands before each and after the last. */
function split(title: string): { content: string[]; marks: string[] } {
  const content: string[] = []
  const marks = ['']
  for (const c of title) {
    if (isContent(c)) {
      content.push(c)
      marks.push('')
    } else marks[marks.length - 1] += c
  }
  return { content, marks }
}
