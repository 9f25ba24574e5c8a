import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A file and what tells that it is still the same: its size and times. */
export interface Stamp {
  /** Path below the folder it was looked for in, with `/`. */
  readonly path: string
  /** `size modified changed`, bytes and milliseconds since 1970. */
  readonly stamp: string
  /** When its content or name was last changed, milliseconds since 1970. */
  readonly changed: number
}

/**
 * Every file below a folder, links followed, by path; none where the folder is not there.
 *
 * In one thread without waiting: of ten thousand small folders that takes a third of the processor time.
 */
export function filesBelow(folder: string, isWanted: (path: string) => boolean): Stamp[] {
  const found: Stamp[] = []
  const walk = (below: string): void => {
    for (const name of namesIn(below === '' ? folder : join(folder, below))) {
      const path = below === '' ? name : `${below}/${name}`
      if (!isWanted(path)) continue
      // A link to nowhere is missed by whoever needs it, with a message.
      const status = statSync(join(folder, path), { throwIfNoEntry: false })
      if (status === undefined) continue
      if (status.isDirectory()) walk(path)
      else if (status.isFile()) {
        const stamp = `${status.size} ${status.mtimeMs} ${status.ctimeMs}`
        found.push({ path, stamp, changed: status.ctimeMs })
      }
    }
  }
  walk('')
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/**
 * Whether a file of an edition's folder belongs to its sources: all do but what is made (`dist/`), what is
 * hidden, and what speaks of the folder (`README.md`, a `package.json`).
 */
export function isSource(path: string): boolean {
  const top = path.split('/', 1)[0] ?? ''
  if (path.split('/').some((part) => part.startsWith('.'))) return false
  return !['dist', 'node_modules', 'package.json', 'README.md'].includes(top)
}
