import { basename, resolve } from 'node:path'
import { openStore, type Store } from './folder/store.ts'
import { stampOf } from './folder/texts.ts'
import { watchFolder } from './folder/watch.ts'
import { keepMade } from './made.ts'
import type { Act } from './protocol/acts.ts'
import type { Summary } from './protocol/summary.ts'
import { type Message, toldIn } from './protocol/message.ts'
import type { DeskState, Outcome } from './protocol/state.ts'
import type { Views } from './protocol/views.ts'
import { startCollator, ThreadEnded } from './thread/collator.ts'
import { startEarly } from './thread/early.ts'
import { wordsFor } from './words/index.ts'
import type { Language } from './words/language.ts'

/** A folder on the desk: what is written in it, what is made of it, and who wants to know. */
export interface Desk {
  readonly folder: string
  /** Where it stands; messages are in the language. */
  state(language: Language): DeskState
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

/** Those who want to know of every change. */
function openListeners() {
  const listeners = new Set<() => void>()
  let count = 0
  return {
    count: (): number => count,
    tell: (): void => {
      count += 1
      for (const listener of listeners) listener()
    },
    listen: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What changes while a desk is open, beside the files. */
interface Standing {
  summary: Summary
  /** What is being done, while something is. */
  stage: string
  isRead: boolean
  outside: readonly string[]
}

/** Opens a folder of files, with or without an `edition.yaml`, and begins to collate it. */
export async function openDesk(folder: string, options: DeskOptions): Promise<Desk> {
  const store = await openStore(folder)
  const { count, tell, listen } = openListeners()
  const now: Standing = { summary: NOTHING, stage: 'read', isRead: false, outside: [] }
  const told = (change: Partial<Standing>): void => {
    Object.assign(now, change)
    tell()
  }
  const early = startEarly(
    folder,
    () => store.texts(),
    () => told({ isRead: true }),
  )
  const collator = startCollator({ folder, task: 'collate' }, (stage) => told({ stage }))
  const made = keepMade(store, collator, (next) => {
    const isMade = !(next instanceof Error)
    if (isMade) void early.close()
    told({ summary: isMade ? next : { ...now.summary, faults: [failed(folder, next)] } })
  })
  const again = (outside: readonly string[]): void => {
    made.again()
    told({ outside })
  }
  const watching = watchFolder(folder, async () => {
    const changed = await store.look()
    again(changed.length > 0 ? changed : now.outside)
  })
  const after = async (acted: Promise<Outcome>): Promise<Outcome> => {
    const outcome = await acted
    watching.more()
    again(outcome.kind === 'conflict' ? outcome.files : [])
    return outcome
  }
  made.again()
  return {
    folder,
    state: (language) => ({
      ...stateOf(folder, store, now, language),
      count: count(),
      stage: made.isBehind() ? now.stage : null,
    }),
    listen,
    view: (view, query, language) => {
      const shown = now.summary.made === 0 ? early.shows(view) : null
      return (shown ?? collator).view(view, query, language)
    },
    act: (act, seen) => {
      const { by, today } = options
      return after(store.act(act, seen, now.summary.beginning, { by, date: today() }))
    },
    undo: () => after(store.undo()),
    redo: () => after(store.redo()),
    close: async () => {
      watching.close()
      await early.close()
      await collator.close()
    },
  }
}

function stateOf(
  folder: string,
  store: Store,
  { summary, isRead, outside }: Standing,
  language: Language,
): Omit<DeskState, 'count' | 'stage'> {
  const { made, title, works, left } = summary
  const told = (messages: readonly Message[]) => messages.map((m) => toldIn(m, language))
  return {
    written: stampOf(store.texts()),
    made,
    isRead: isRead || made > 0,
    name: basename(resolve(folder)),
    title,
    language: summary.language,
    works,
    begun: store.texts()['edition.yaml'] !== null,
    faults: told(summary.faults),
    warnings: told(summary.warnings),
    left,
    ...store.history(),
    changedOutside: outside,
  }
}

/** Said where nothing could be made: the thread that collates has ended by itself, or it could not go on. */
function failed(file: string, error: Error): Message {
  const saying = (language: Language) =>
    error instanceof ThreadEnded ? wordsFor(language).tooLarge : { reason: error.message }
  return {
    file,
    rule: error instanceof ThreadEnded ? 'too-large' : 'failed',
    saying: { en: saying('en'), 'zh-Hans': saying('zh-Hans'), 'zh-Hant': saying('zh-Hant') },
  }
}
