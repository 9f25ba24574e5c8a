import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { constants } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file and what tells that it is still the same: its size and times. */
export interface Stamp {
  /** Path below the folder it was looked for in, with `/`. */
  readonly path: string
  /** `size modified changed`, bytes and milliseconds since 1970. */
  readonly stamp: string
  /** When its content or name was last changed, milliseconds since 1970. */
  readonly changed: number
}

/** Every file below a folder, links followed, by path; none where the folder is not there. */
export async function filesBelow(
  folder: string,
  isWanted: (path: string) => boolean,
): Promise<Stamp[]> {
  const found: Stamp[] = []
  const walk = async (below: string): Promise<void> => {
    const names = await readdir(join(folder, below)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    })
    for (const name of names) {
      const path = below === '' ? name : `${below}/${name}`
      if (!isWanted(path)) continue
      const status = await stat(join(folder, path)).catch((error: unknown) => {
        // A link to nowhere is missed by whoever needs it, with a message.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      })
      if (status === null) continue
      if (status.isDirectory()) await walk(path)
      else if (status.isFile()) {
        const stamp = `${status.size} ${status.mtimeMs} ${status.ctimeMs}`
        found.push({ path, stamp, changed: status.ctimeMs })
      }
    }
  }
  await walk('')
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
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

/** Copies a file, sharing its blocks where the file system can, so that the copy no longer changes with it. */
export async function snapshot(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, to, constants.COPYFILE_FICLONE)
}

/** Puts a file in another's place, whole or not at all. */
export async function replace(from: string, to: string): Promise<void> {
  const part = `${to}.part`
  try {
    await snapshot(from, part)
    await rename(part, to)
  } finally {
    await rm(part, { force: true })
  }
}
