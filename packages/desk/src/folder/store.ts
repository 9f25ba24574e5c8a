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
import { type History, openHistory } from './history.ts'
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
  history(): ReturnType<History['kinds']>
}

/** Opens the store of a folder. */
export async function openStore(folder: string): Promise<Store> {
  const files = await openFiles(folder)
  const history = openHistory()
  const inTurn = oneByOne()
  const act: Store['act'] = async (act, seen, beginning, signature) => {
    const outside = await files.look()
    if (outside.length > 0 || stampOf(files.texts()) !== seen) {
      return { kind: 'conflict', files: outside }
    }
    const before = files.texts()
    const begun = await begin(folder, before, beginning, signature.date)
    const after = textsAfter(begun, act, signature)
    const outcome = await files.change(before, after, begun)
    if (outcome.kind === 'written') history.add({ kind: act.kind, before, after })
    return outcome
  }
  return {
    texts: () => files.texts(),
    look: () => inTurn(() => files.look()),
    act: (...asked) => inTurn(() => act(...asked)).catch(refusedBy),
    undo: () => inTurn(() => history.undo(({ before, after }) => files.change(after, before))),
    redo: () => inTurn(() => history.redo(({ before, after }) => files.change(before, after))),
    history: () => history.kinds(),
  }
}

function refusedBy(error: unknown): Outcome {
  if (error instanceof ActError) return { kind: 'refused', refusal: error.refusal }
  throw error
}

const textsAfter = (texts: Texts, act: Act, signature: Signature): Texts =>
  isRuling(act)
    ? { ...texts, 'rulings.yaml': rulingsAfter(texts['rulings.yaml'] ?? '', act, signature) }
    : { ...texts, 'edition.yaml': editionAfter(texts['edition.yaml'] ?? '', act) }

/** Runs tasks one after the other, also where two pages of a desk ask at once. */
function oneByOne(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const next = last.then(task, task)
    last = next.catch(() => undefined)
    return next
  }
}

/** The two files as they are known here. */
interface Files {
  texts(): Texts
  look(): Promise<readonly WrittenFile[]>
  /**
   * Writes what differs between two states, if these files still are as in the first.
   *
   * @param shown the state from which the lines that are shown differ.
   */
  change(from: Texts, to: Texts, shown?: Texts): Promise<Outcome>
}

async function openFiles(folder: string): Promise<Files> {
  let texts = await readTexts(folder)
  const look: Files['look'] = async () => {
    const now = await readTexts(folder)
    const changed = changedBetween(texts, now)
    texts = now
    return changed
  }
  const change: Files['change'] = async (from, to, shown = from) => {
    await look()
    const files = changedBetween(from, to)
    const others = files.filter((name) => texts[name] !== from[name])
    if (others.length > 0) return { kind: 'conflict', files: others }
    if (files.length === 0) return { kind: 'refused', refusal: { why: 'unchanged' } }
    for (const name of files) {
      await put(folder, name, to[name])
      texts = { ...texts, [name]: to[name] }
    }
    const file = files.at(-1) ?? 'edition.yaml'
    return { kind: 'written', file, lines: newLines(shown[file] ?? '', to[file] ?? '') }
  }
  return { texts: () => texts, look, change }
}

async function put(folder: string, name: WrittenFile, text: string | null): Promise<void> {
  if (text === null) await rm(join(folder, name), { force: true })
  else await writeWhole(join(folder, name), text)
}
