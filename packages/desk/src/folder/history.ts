import type { Outcome } from '../protocol/state.ts'
import type { Texts } from './texts.ts'

/** An act that was done, by what it changed. */
interface Done {
  readonly kind: string
  readonly before: Texts
  readonly after: Texts
}

/** The acts of a desk, to be taken back and done again. */
export interface History {
  add(done: Done): void
  /** Takes the last act back by what is given; it stays the last where nothing was written. */
  undo(back: (done: Done) => Promise<Outcome>): Promise<Outcome>
  redo(again: (done: Done) => Promise<Outcome>): Promise<Outcome>
  kinds(): { readonly undo: string | null; readonly redo: string | null }
}

export function openHistory(): History {
  const done: Done[] = []
  const undone: Done[] = []
  const step = async (
    from: Done[],
    to: Done[],
    by: (done: Done) => Promise<Outcome>,
  ): Promise<Outcome> => {
    const one = from.at(-1)
    if (one === undefined) return { kind: 'refused', refusal: { why: 'nothing-to-undo' } }
    const outcome = await by(one)
    if (outcome.kind === 'written') {
      from.pop()
      to.push(one)
    }
    return outcome
  }
  return {
    add: (one) => {
      done.push(one)
      undone.length = 0
    },
    undo: (back) => step(done, undone, back),
    redo: (again) => step(undone, done, again),
    kinds: () => ({ undo: done.at(-1)?.kind ?? null, redo: undone.at(-1)?.kind ?? null }),
  }
}
