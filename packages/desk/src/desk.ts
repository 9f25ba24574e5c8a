import { type FSWatcher, watch } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { openStore, type Store } from './folder/store.ts'
import { stampOf } from './folder/texts.ts'
import type { Act } from './protocol/acts.ts'
import type { Summary } from './protocol/summary.ts'
import type { DeskState, Outcome, Told } from './protocol/state.ts'
import type { Views } from './protocol/views.ts'
import { type Collator, startCollator } from './thread/collator.ts'
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
  act(act: Act, seen: string): Promise<Outcome>
  undo(): Promise<Outcome>
  redo(): Promise<Outcome>
  close(): Promise<void>
}

export interface DeskOptions {
  /** Name of whoever decides, for rulings. */
  readonly by: string
  /** Today, year-month-day. */
  readonly today: () => string
}

/** Quiet time after a change of a file before it is looked at, in ms: an editor writes in several steps. */
const QUIET = 150

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
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  let stage: string | null = null
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
    if (next === null) summary = { ...summary, faults: [tooLarge(folder)] }
    else {
      summary = next
      void early.close()
    }
    stage = null
    tell()
  })
  const watchers = watched(folder, async () => {
    const changed = await store.look()
    if (changed.length > 0) outside = changed
    made.again()
  })
  const settled = (outcome: Outcome): Outcome => {
    outside = outcome.kind === 'conflict' ? outcome.files : []
    made.again()
    return outcome
  }
  made.again()
  return {
    folder,
    state: () => ({
      written: stampOf(store.texts()),
      made: summary.made,
      isRead: isRead || summary.made > 0,
      stage,
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
    }),
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
      return settled(await store.act(act, seen, beginning, { by, date: today() }))
    },
    undo: async () => settled(await store.undo()),
    redo: async () => settled(await store.redo()),
    close: async () => {
      for (const watcher of watchers) watcher.close()
      await early.close()
      await collator.close()
    },
  }
}

/** Said where the thread that collates has ended by itself. */
const tooLarge = (file: string): Told => ({
  file,
  rule: 'too-large',
  reason: 'There is not memory enough to collate these files at once',
  hint: 'huijiao sketch and huijiao reuse find in them what belongs together, and propose editions.',
})

/**
 * Makes anew what follows from the files, once more where they change meanwhile: what came in between is passed over.
 */
function keepMade(
  store: Store,
  collator: Collator,
  done: (summary: Summary | null) => void,
): { again: () => void } {
  let running = false
  let wanted = false
  const run = async (): Promise<void> => {
    running = true
    try {
      while (wanted) {
        wanted = false
        done(await collator.refresh(store.texts()))
      }
    } catch {
      // The thread has ended: with the desk, or out of memory, which the next view says.
      done(null)
    } finally {
      running = false
    }
  }
  return {
    again: () => {
      wanted = true
      if (!running) void run()
    },
  }
}

/** Calls back some time after files of the folder have changed. */
function watched(folder: string, changed: () => Promise<void>): FSWatcher[] {
  let timer: NodeJS.Timeout | undefined
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void changed(), QUIET)
    timer.unref()
  }
  return [folder, join(folder, 'witnesses')].flatMap((path) => {
    try {
      const watcher = watch(path, { persistent: false }, soon)
      watcher.on('error', () => watcher.close())
      return [watcher]
    } catch {
      // There is no such folder, or the system watches none: the files are compared before each act all the same.
      return []
    }
  })
}
