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
  for (const folder of makes.filter((made) => made.endsWith('/'))) await rmEmpty(join(dist, folder))
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

async function rmEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => null)
  if (names !== null && names.length === 0) await rmdir(folder)
}
