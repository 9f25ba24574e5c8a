import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'

/** Quiet time after a change of a file before it is looked at, in ms: an editor writes in several steps. */
const QUIET = 150

/** Watches the files of an edition's folder. */
export interface Watching {
  /** Watches `witnesses/` too, once it is there. */
  more(): void
  close(): void
}

/** Calls back some time after files of the folder have changed. */
export function watchFolder(folder: string, changed: () => void): Watching {
  let timer: NodeJS.Timeout | undefined
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(changed, QUIET)
    timer.unref()
  }
  const watchers = new Map<string, FSWatcher>()
  const more = (): void => {
    for (const path of [folder, join(folder, 'witnesses')]) {
      if (watchers.has(path)) continue
      try {
        const watcher = watch(path, { persistent: false }, soon)
        watcher.on('error', () => watcher.close())
        watchers.set(path, watcher)
      } catch {
        // There is no such folder yet, or the system watches none: files are compared before each act all the same.
      }
    }
  }
  more()
  return {
    more,
    close: () => {
      clearTimeout(timer)
      for (const watcher of watchers.values()) watcher.close()
    },
  }
}
