import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '@huijiao/files'
import { editionAfter } from '../acts/edition.ts'
import { ActError } from '../acts/error.ts'
import { rulingsAfter, type Signature } from '../acts/rulings.ts'
import { newLines } from '../acts/text.ts'
import { type Act, isRuling } from '../protocol/acts.ts'
import type { Outcome } from '../protocol/state.ts'
import type { Beginning } from '../protocol/summary.ts'
import { begin } from './begin.ts'
import { changedBetween, readTexts, stampOf, type Texts, type WrittenFile } from './texts.ts'

/** What an editor has written in a folder, with all that was done at this desk. */
export interface Store {
  /** The texts as they were last read or written here. */
  texts(): Texts
  /** Reads the files again, and names those that someone else has changed. */
  look(): Promise<readonly WrittenFile[]>
  /**
   * Does an act: one file is written, whole or not at all.
   *
   * @param seen the stamp of the texts that the editor saw; where the files are others by now, nothing is written.
   * @param beginning what is written first where there is no `edition.yaml`.
   */
  act(act: Act, seen: string, beginning: Beginning | null, signature: Signature): Promise<Outcome>
  /** Takes the last act back, or does it again, where the file is as that act, or its undoing, left it. */
  undo(): Promise<Outcome>
  redo(): Promise<Outcome>
  /** Kinds of the acts that undoing and doing again would reach. */
  history(): { readonly undo: string | null; readonly redo: string | null }
}

interface Done {
  readonly kind: string
  readonly before: Texts
  readonly after: Texts
}

/** Opens the store of a folder. */
export async function openStore(folder: string): Promise<Store> {
  let texts = await readTexts(folder)
  const done: Done[] = []
  const undone: Done[] = []
  // One act after the other, also where two pages of this desk ask at once.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const next = last.then(task, task)
    last = next.catch(() => undefined)
    return next
  }

  const look = async (): Promise<readonly WrittenFile[]> => {
    const now = await readTexts(folder)
    const changed = changedBetween(texts, now)
    texts = now
    return changed
  }

  /**
   * Writes what differs between two states, if these files still are as in the first.
   *
   * @param shown the state from which the lines that are shown differ.
   */
  const change = async (from: Texts, to: Texts, shown = from): Promise<Outcome> => {
    await look()
    const files = changedBetween(from, to)
    const others = files.filter((name) => texts[name] !== from[name])
    if (others.length > 0) return { kind: 'conflict', files: others }
    if (files.length === 0) return { kind: 'refused', reason: 'unchanged' }
    for (const name of files) {
      await put(folder, name, to[name])
      texts = { ...texts, [name]: to[name] }
    }
    const file = files.at(-1) ?? 'edition.yaml'
    return { kind: 'written', file, lines: newLines(shown[file] ?? '', to[file] ?? '') }
  }

  const act: Store['act'] = (act, seen, beginning, signature) =>
    inTurn(async () => {
      const outside = await look()
      if (outside.length > 0 || stampOf(texts) !== seen) {
        return { kind: 'conflict', files: outside }
      }
      const before = texts
      try {
        const begun = await begin(folder, before, beginning, signature.date)
        const after = isRuling(act)
          ? { ...begun, 'rulings.yaml': rulingsAfter(before['rulings.yaml'] ?? '', act, signature) }
          : { ...begun, 'edition.yaml': editionAfter(begun['edition.yaml'] ?? '', act) }
        const outcome = await change(before, after, begun)
        if (outcome.kind === 'written') {
          done.push({ kind: act.kind, before, after })
          undone.length = 0
        }
        return outcome
      } catch (error) {
        if (error instanceof ActError) return { kind: 'refused', reason: error.message }
        throw error
      }
    })

  const step = (from: Done[], to: Done[], back: boolean) => (): Promise<Outcome> =>
    inTurn(async () => {
      const one = from.at(-1)
      if (one === undefined) return { kind: 'refused', reason: 'nothing' }
      const outcome = back
        ? await change(one.after, one.before)
        : await change(one.before, one.after)
      if (outcome.kind === 'written') {
        from.pop()
        to.push(one)
      }
      return outcome
    })

  return {
    texts: () => texts,
    look: () => inTurn(look),
    act,
    undo: step(done, undone, true),
    redo: step(undone, done, false),
    history: () => ({ undo: done.at(-1)?.kind ?? null, redo: undone.at(-1)?.kind ?? null }),
  }
}

async function put(folder: string, name: WrittenFile, text: string | null): Promise<void> {
  if (text === null) await rm(join(folder, name), { force: true })
  else await writeWhole(join(folder, name), text)
}
