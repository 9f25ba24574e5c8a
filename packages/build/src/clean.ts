import { readdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { EditionFolder } from './editions.ts'
import { filesBelow } from './files.ts'
import { forget } from './record.ts'
import { TASKS } from './tasks.ts'

/** What was taken away of an edition, and what is not ours. */
export interface Cleaned {
  readonly edition: EditionFolder
  /** Files of `dist/` that the build had made. */
  readonly removed: readonly string[]
  /** Other files there, which stay. */
  readonly kept: readonly string[]
}

/** Takes away what the build has made of an edition, and what it remembers of it. */
export async function clean(store: string, edition: EditionFolder): Promise<Cleaned> {
  const dist = join(edition.folder, 'dist')
  const makes = TASKS.flatMap((task) => task.makes(edition.name))
  const isMade = (path: string): boolean =>
    makes.some((made) => path === made || (made.endsWith('/') && path.startsWith(made)))
  const all = filesBelow(dist, () => true).map(({ path }) => path)
  const removed = all.filter(isMade)
  for (const path of removed) await rm(join(dist, path))
  await rmEmpty(dist)
  await forget(join(store, 'records'), edition)
  return { edition, removed, kept: all.filter((path) => !isMade(path)) }
}

/** Takes away what the build keeps between runs, of all editions: cache, records, and what killed builds have left. */
export async function cleanStore(store: string): Promise<void> {
  for (const name of ['cache', 'records', 'runs']) {
    await rm(join(store, name), { recursive: true, force: true })
  }
}

/** Removes a folder that holds nothing but empty folders; of another, those within it. */
async function rmEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (entries === null) return
  for (const entry of entries) if (entry.isDirectory()) await rmEmpty(join(folder, entry.name))
  if ((await readdir(folder)).length === 0) await rmdir(folder)
}
