import type { Texts } from '../folder/texts.ts'
import type { Views } from '../protocol/views.ts'
import { type Collator, startCollator } from './collator.ts'

/** A thread that shows the sources as long as nothing is made of them. */
export interface Early {
  /** The thread, where it has read the sources and knows the view. */
  shows(view: keyof Views): Collator | null
  close(): Promise<void>
}

/** Time for which collating is waited for, in ms: a small edition is made by then, and needs no second thread. */
const PATIENCE = 3000

/** What can be shown of sources that are read and no more. */
const SHOWN: readonly (keyof Views)[] = ['sources', 'source', 'quote']

/** Starts the thread after some time, unless it is closed before; `ready` is called when the sources are read. */
export function startEarly(folder: string, texts: () => Texts, ready: () => void): Early {
  let thread: Collator | null = null
  let isRead = false
  const start = async (): Promise<void> => {
    thread = startCollator({ folder, task: 'read' }, () => undefined)
    try {
      await thread.refresh(texts())
      isRead = true
      ready()
    } catch {
      // It was closed, or the sources are too large for the memory, which the other thread says.
    }
  }
  const timer = setTimeout(() => void start(), PATIENCE)
  return {
    shows: (view) => (isRead && SHOWN.includes(view) ? thread : null),
    close: async () => {
      clearTimeout(timer)
      await thread?.close()
    },
  }
}
