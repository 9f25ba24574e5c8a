import type { Store } from './folder/store.ts'
import type { Summary } from './protocol/summary.ts'
import type { Collator } from './thread/collator.ts'

/** What is made of a folder's files, kept up with them. */
export interface Made {
  /** Makes it anew: at once, or as soon as what is being made is done. */
  again(): void
  /** Whether what is made is not yet of what is written. */
  isBehind(): boolean
}

/**
 * Makes anew what follows from the files, once more where they change meanwhile: what came in between is passed over.
 *
 * @param done called with what was made, or with why nothing could be.
 */
export function keepMade(
  store: Store,
  collator: Collator,
  done: (made: Summary | Error) => void,
): Made {
  let running = false
  let wanted = false
  const run = async (): Promise<void> => {
    running = true
    while (wanted) {
      wanted = false
      const made = await collator.refresh(store.texts()).catch((error: Error) => error)
      // What is told now is up to date, unless something came in between.
      running = wanted
      done(made)
    }
  }
  return {
    again: () => {
      wanted = true
      if (!running) void run()
    },
    isBehind: () => running,
  }
}
