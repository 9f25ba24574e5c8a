import type { Draft } from './draft.ts'
import type { SignedNote } from './signed-notes.ts'

interface Hole {
  readonly from: number
  readonly to: number
  readonly id: string
  readonly words?: string
}

/**
 * A draft that sets the notes of its part aside, calls and all, whatever is written of them.
 *
 * @param text of the part.
 */
export function withNotesAside(made: Draft, text: string, notes: readonly SignedNote[]): Draft {
  if (notes.length === 0) return made
  const holes = notes
    .flatMap(({ call, note, words }): Hole[] => {
      const id = `sign:${call[0]}`
      return [
        { from: call[0], to: call[1], id },
        { from: note[0], to: note[1], id, words },
      ]
    })
    .toSorted((a, b) => a.from - b.from)
  let next = 0
  const reach = (at: number): void => {
    for (let hole = holes[next]; hole !== undefined && hole.from <= at; hole = holes[next]) {
      const { from, to, id, words } = hole
      made.aside(
        'note',
        from,
        to,
        text.slice(from, to),
        words === undefined ? { id } : { id, words },
      )
      next += 1
    }
  }
  /** The hole that a place lies in; all before the place are passed. */
  const holeAt = (at: number): Hole | undefined => {
    const last = holes[next - 1]
    return last !== undefined && at < last.to ? last : undefined
  }
  return {
    ...made,
    copy(from, to) {
      let at = from
      while (at < to) {
        reach(at)
        const inside = holeAt(at)
        const end = Math.min(to, inside?.to ?? holes[next]?.from ?? to)
        if (inside === undefined) made.copy(at, end)
        at = end
      }
    },
    put(written, from, to) {
      reach(from)
      if (holeAt(from) === undefined) made.put(written, from, to)
    },
    aside(kind, from, to, said, note) {
      reach(from)
      if (holeAt(from) === undefined) made.aside(kind, from, to, said, note)
    },
    finish() {
      reach(text.length)
      return made.finish()
    },
  }
}
