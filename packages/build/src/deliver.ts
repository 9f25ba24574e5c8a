import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { EditionFolder } from './editions.ts'
import { filesBelow, replace } from './files.ts'
import type { Made } from './record.ts'
import type { Endings } from './runner.ts'
import { TASKS } from './tasks.ts'

/** Exit codes of a program that made something: all of it, or not all. */
const MADE = new Set([0, 3])

/**
 * Moves what was made of an edition from the workspace into its `dist/`, file by file, each whole.
 *
 * Where the tree could not be made, `dist/` stays as it was. Where only a book could not, its old one goes:
 * what lies in `dist/` is always of one tree.
 *
 * @returns what lies there now; null where nothing could be made.
 */
export async function deliver(
  workspace: string,
  edition: EditionFolder,
  endings: Endings,
): Promise<{ readonly made: Made; readonly isWhole: boolean } | null> {
  const { name, folder } = edition
  const endingOf = (task: string): number => endings.get(`${name}#${task}`) ?? 1
  if (!MADE.has(endingOf('tree'))) return null
  const from = join(workspace, 'editions', name, 'dist')
  const to = join(folder, 'dist')
  for (const task of TASKS) {
    const isMade = MADE.has(endingOf(task.name))
    const wanted = (path: string): boolean =>
      task.makes(name).some((made) => path === made || isWithin(path, made))
    const fresh = isMade ? filesBelow(from, wanted) : []
    for (const { path } of fresh) {
      await mkdir(dirname(join(to, path)), { recursive: true })
      await replace(join(from, path), join(to, path))
    }
    const kept = new Set(fresh.map(({ path }) => path))
    for (const { path } of filesBelow(to, wanted)) {
      if (!kept.has(path)) await rm(join(to, path))
    }
  }
  const isWhole = TASKS.every((task) => endingOf(task.name) === 0)
  return { made: await madeOf(edition), isWhole }
}

/** Whether a path is a folder that a task makes, without its closing slash, or lies in it. */
const isWithin = (path: string, made: string): boolean =>
  made.endsWith('/') && `${path}/`.startsWith(made)

async function madeOf({ name, folder }: EditionFolder): Promise<Made> {
  const dist = join(folder, 'dist')
  const tree = JSON.parse(await readFile(join(dist, 'edition.json'), 'utf8')) as Tree
  const pdf = await sizeOf(join(dist, `${name}.pdf`))
  const pages = pdf === null ? null : await readFile(join(dist, 'pages.json'), 'utf8')
  return {
    title: tree.meta?.title ?? '',
    epub: await sizeOf(join(dist, `${name}.epub`)),
    pdf:
      pdf === null || pages === null
        ? null
        : { bytes: pdf, pages: (JSON.parse(pages) as { pages?: number }).pages ?? 0 },
  }
}

interface Tree {
  readonly meta?: { readonly title?: string }
}

async function sizeOf(path: string): Promise<number | null> {
  return (await stat(path).catch(() => null))?.size ?? null
}
