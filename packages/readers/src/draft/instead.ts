import type { Draft } from './draft.ts'
import type { SignedNote } from './signed-notes.ts'

/** A stretch of a part that is written in its own way, in UTF-16 offsets. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly write: (made: Draft) => void
}

/** Notes that are set aside, and the signs that call them. */
export const asideOf = (text: string, notes: readonly SignedNote[]): Stretch[] =>
  notes.flatMap(({ call, note, words }) => {
    const id = `sign:${call[0]}`
    const stretch = ([from, to]: SignedNote['call'], said?: string): Stretch => ({
      from,
      to,
      write: (made) =>
        made.aside('note', from, to, text.slice(from, to), {
          id,
          ...(said === undefined ? {} : { words: said }),
        }),
    })
    return [stretch(call), stretch(note, words)]
  })

/**
 * A draft that writes some stretches of its part in their own way, whatever is written of them by the reader, who goes
 * through the part from its beginning to its end.
 */
export function withInstead(made: Draft, given: readonly Stretch[]): Draft {
  if (given.length === 0) return made
  const sorted = given.toSorted((a, b) => a.from - b.from)
  const stretches = sorted.filter(({ from }, k) =>
    sorted.slice(Math.max(0, k - 1), k).every(({ to }) => to <= from),
  )
  let next = 0
  const reach = (at: number): void => {
    for (let own = stretches[next]; own !== undefined && own.from <= at; own = stretches[next]) {
      next += 1
      own.write(made)
    }
  }
  /** Whether a place lies in a stretch; all before the place are passed. */
  const within = (at: number): Stretch | undefined => {
    const last = stretches[next - 1]
    return last !== undefined && at < last.to ? last : undefined
  }
  return {
    ...made,
    copy(from, to) {
      let at = from
      while (at < to) {
        reach(at)
        const inside = within(at)
        const end = Math.min(to, inside?.to ?? stretches[next]?.from ?? to)
        if (inside === undefined) made.copy(at, end)
        at = end
      }
    },
    put(written, from, to) {
      reach(from)
      if (within(from) === undefined) made.put(written, from, to)
    },
    aside(kind, from, to, said, note) {
      reach(from)
      if (within(from) === undefined) made.aside(kind, from, to, said, note)
    },
    finish() {
      reach(Number.POSITIVE_INFINITY)
      return made.finish()
    },
  }
}
