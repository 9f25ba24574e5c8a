import { basename, resolve } from 'node:path'
import { openStore } from './folder/store.ts'
import { stampOf } from './folder/texts.ts'
import { watchFolder } from './folder/watch.ts'
import { keepMade } from './made.ts'
import type { Act } from './protocol/acts.ts'
import type { Summary } from './protocol/summary.ts'
import type { DeskState, Outcome, Taken, Told } from './protocol/state.ts'
import type { Views } from './protocol/views.ts'
import { startCollator, ThreadEnded } from './thread/collator.ts'
import { startEarly } from './thread/early.ts'

/** A folder on the desk: what is written in it, what is made of it, and who wants to know. */
export interface Desk {
  readonly folder: string
  state(): DeskState
  /** Calls the listener after every change of the state; gives what ends that. */
  listen(listener: () => void): () => void
  view(
    view: keyof Views,
    query: Readonly<Record<string, string>>,
    language: string,
  ): Promise<unknown>
  act(act: Act, seen: string): Promise<Taken>
  undo(): Promise<Taken>
  redo(): Promise<Taken>
  close(): Promise<void>
}

export interface DeskOptions {
  /** Name of whoever decides, for rulings. */
  readonly by: string
  /** Today, year-month-day. */
  readonly today: () => string
}

const NOTHING: Summary = {
  made: 0,
  title: '',
  language: 'zh-Hans-CN',
  works: [],
  left: { questions: 0, loci: 0, gaps: 0, ruled: 0 },
  faults: [],
  warnings: [],
  beginning: null,
}

/** Opens a folder of files, with or without an `edition.yaml`, and begins to collate it. */
export async function openDesk(folder: string, options: DeskOptions): Promise<Desk> {
  const store = await openStore(folder)
  const listeners = new Set<() => void>()
  let count = 0
  const tell = (): void => {
    count += 1
    for (const listener of listeners) listener()
  }
  let stage = 'read'
  let summary = NOTHING
  let outside: readonly string[] = []
  let isRead = false
  const early = startEarly(
    folder,
    () => store.texts(),
    () => {
      isRead = true
      tell()
    },
  )
  const collator = startCollator({ folder, task: 'collate' }, (name) => {
    stage = name
    tell()
  })
  const made = keepMade(store, collator, (next) => {
    if (next instanceof Error) summary = { ...summary, faults: [failed(folder, next)] }
    else {
      summary = next
      void early.close()
    }
    tell()
  })
  const again = (): void => {
    made.again()
    tell()
  }
  const watching = watchFolder(folder, async () => {
    const changed = await store.look()
    if (changed.length > 0) outside = changed
    again()
  })
  const state = (): DeskState => ({
    count,
    written: stampOf(store.texts()),
    made: summary.made,
    isRead: isRead || summary.made > 0,
    stage: made.isBehind() ? stage : null,
    name: basename(resolve(folder)),
    title: summary.title,
    language: summary.language,
    works: summary.works,
    begun: store.texts()['edition.yaml'] !== null,
    faults: summary.faults,
    warnings: summary.warnings,
    left: summary.left,
    ...store.history(),
    changedOutside: outside,
  })
  const taken = (outcome: Outcome): Taken => {
    outside = outcome.kind === 'conflict' ? outcome.files : []
    watching.more()
    again()
    return { outcome, state: state() }
  }
  made.again()
  return {
    folder,
    state,
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    view: (view, query, language) => {
      const shown = summary.made === 0 ? early.shows(view) : null
      return (shown ?? collator).view(view, query, language)
    },
    act: async (act, seen) => {
      const { by, today } = options
      const beginning = summary.beginning
      return taken(await store.act(act, seen, beginning, { by, date: today() }))
    },
    undo: async () => taken(await store.undo()),
    redo: async () => taken(await store.redo()),
    close: async () => {
      watching.close()
      await early.close()
      await collator.close()
    },
  }
}

/** Said where nothing could be made: the thread that collates has ended by itself, or it could not go on. */
const failed = (file: string, error: Error): Told =>
  error instanceof ThreadEnded
    ? {
        file,
        rule: 'too-large',
        reason: 'There is not memory enough to collate these files at once',
        hint: 'huijiao sketch and huijiao reuse find in them what belongs together, and propose editions.',
      }
    : { file, rule: 'failed', reason: error.message }
