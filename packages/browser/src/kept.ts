import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { onExit } from 'signal-exit'
import { isAlive } from './alive.ts'
import { removeNow } from './remove.ts'

/** What lies in a kept folder, with the size of each file in bytes; written last. */
const LIST = 'files.json'

/**
 * Fills a folder once and keeps it: it is absent or complete, since it is moved into place in one step, and one that was
 * damaged since (a file missing, cut short or empty) is made anew. Where two programs fill it at once, one of the two
 * results stays. What a killed program has left half filled is taken away.
 *
 * @param folder its parent is there.
 * @param fill fills an empty folder.
 */
export async function keptFolder(
  folder: string,
  fill: (draft: string) => Promise<void>,
): Promise<void> {
  await sweep(folder)
  if (await isWhole(folder)) return
  const draft = `${folder}${MARK}${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`
  // A program that is ended by a signal takes its draft away.
  const stop = onExit(() => removeNow(draft))
  try {
    await mkdir(draft, { mode: 0o700 })
    await fill(draft)
    await writeFile(join(draft, LIST), JSON.stringify(await sizesIn(draft)))
    await put(draft, folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
    stop()
  }
}

/** Takes a kept folder away, so that it is made anew when it is next wanted. */
export async function forgetFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

/** Between the name of a folder and that of whoever fills it. */
const MARK = '.draft-'

async function put(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
    // Another program was faster, or a damaged one lies there.
    if (await isWhole(folder)) return
    await rename(folder, `${draft}-damaged`)
    await rename(draft, folder)
    await rm(`${draft}-damaged`, { recursive: true, force: true })
  }
}

async function isWhole(folder: string): Promise<boolean> {
  try {
    const sizes = JSON.parse(await readFile(join(folder, LIST), 'utf8')) as Record<string, number>
    for (const [path, size] of Object.entries(sizes)) {
      if ((await stat(join(folder, path))).size !== size) return false
    }
    return true
  } catch {
    return false
  }
}

async function sizesIn(folder: string): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {}
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((e) => e.isFile())) {
    const path = join(entry.parentPath, entry.name)
    sizes[path.slice(folder.length + 1)] = (await stat(path)).size
  }
  return sizes
}

/** Takes away what programs of this host that have ended were filling. */
async function sweep(folder: string): Promise<void> {
  const prefix = `${basename(folder)}${MARK}${hostname()}-`
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10)))
      continue
    await rm(join(dirname(folder), name), { recursive: true, force: true })
  }
}
