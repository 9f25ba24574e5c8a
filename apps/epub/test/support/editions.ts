import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with a folder for each edition under `sources/`: its tree, and the pages of its printed book. */
    readonly editions: string
  }
}

const SOURCES = fileURLToPath(new URL('../../../../sources/', import.meta.url))

const run = promisify(execFile)
const program = (name: string, ...args: readonly string[]) =>
  run(fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url)), args)

/** Makes the tree of every edition and prints it, once for all test files: nothing need be built before. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'huijiao-editions-'))
  const names = (await readdir(SOURCES, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
  for (const name of names) {
    const out = join(folder, name)
    const tree = join(out, 'edition.json')
    await program('huijiao', 'parse', join(SOURCES, name), '--out', out)
    const pages = join(out, 'pages.json')
    await program('huijiao-print', tree, '--out', join(out, 'book.pdf'), '--pages', pages)
  }
  project.provide('editions', folder)
  return () => rm(folder, { recursive: true, force: true })
}
