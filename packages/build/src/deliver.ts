import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { copyWhole, WriteError } from '@huijiao/files'
import type { Choice } from './choice.ts'
import type { EditionFolder } from './editions.ts'
import { filesBelow } from './files.ts'
import type { Made, MadeBook } from './record.ts'
import type { Endings } from './runner.ts'
import { FORMATS, TASKS, type Task, TREE } from './tasks.ts'

/** Exit codes of a program that made something: all of it, or not all. */
const MADE = new Set([0, 3])

/**
 * Moves what was made of an edition from the workspace into its `dist/`, file by file, each whole.
 *
 * Where the tree could not be made, `dist/` stays as it was. Where only a book could not, its old one goes:
 * what lies in `dist/` is always of one tree. What the edition has and was not wanted now stays if it is of this
 * tree; what the edition no longer has goes.
 *
 * @returns what lies there now; null where nothing could be made.
 */
export async function deliver(
  workspace: string,
  edition: EditionFolder,
  { had, run }: Choice,
  endings: Endings,
): Promise<{ readonly made: Made; readonly isWhole: boolean } | null> {
  const { name, folder } = edition
  const endingOf = (task: string): number => endings.get(`${name}#${task}`) ?? 1
  if (!MADE.has(endingOf(TREE.name))) return null
  const from = join(workspace, 'editions', name, 'dist')
  const to = join(folder, 'dist')
  // The task ended well and its file is not there: the cache was damaged.
  if ((await sizeOf(join(from, TREE_FILE))) === null) return null
  const isSameTree = await areEqual(join(from, TREE_FILE), join(to, TREE_FILE))
  // So that no book of an earlier tree lies beside this one, whatever happens from here on.
  if (!isSameTree) for (const format of FORMATS) await takeAway(to, format, name)
  for (const task of TASKS) {
    if (isSameTree && had.has(task.name) && !run.has(task.name)) continue
    const isMade = MADE.has(endingOf(task.name))
    const wanted = (path: string): boolean =>
      task.makes(name).some((made) => path === made || isWithin(path, made))
    const fresh = isMade ? filesBelow(from, wanted) : []
    for (const { path } of fresh) {
      await copyWhole(join(from, path), join(to, path))
    }
    const kept = new Set(fresh.map(({ path }) => path))
    for (const { path } of filesBelow(to, wanted)) {
      if (!kept.has(path)) await rm(join(to, path))
    }
  }
  const made = await madeOf(edition, run)
  // A cache that was damaged may hold less than was made.
  const isWhole =
    [...run].every((name) => endingOf(name) === 0) && made.books.every((b) => b.bytes !== null)
  return { made, isWhole }
}

/** Takes away what a task has made, where it lies. */
async function takeAway(dist: string, { makes }: Task, edition: string): Promise<void> {
  for (const path of makes(edition).map((name) => join(dist, name))) {
    await rm(path, { recursive: true, force: true }).catch((error: unknown) => {
      throw new WriteError(path, error)
    })
  }
}

/** Whether a path is a folder that a task makes, without its closing slash, or lies in it. */
const isWithin = (path: string, made: string): boolean =>
  made.endsWith('/') && `${path}/`.startsWith(made)

const TREE_FILE = 'edition.json'

async function areEqual(one: string, other: string): Promise<boolean> {
  const bytes = await readFile(other).catch(() => null)
  return bytes !== null && bytes.equals(await readFile(one))
}

async function madeOf({ name, folder }: EditionFolder, run: Choice['run']): Promise<Made> {
  const dist = join(folder, 'dist')
  const tree = (await readJson(join(dist, TREE_FILE))) as Tree
  const books: MadeBook[] = []
  for (const task of FORMATS.filter((format) => run.has(format.name))) {
    books.push(await bookOf(task, name, dist))
  }
  return { title: tree.meta?.title ?? '', books }
}

async function bookOf(
  { name: format, label, makes, counted }: Task,
  edition: string,
  dist: string,
): Promise<MadeBook> {
  const [path] = makes(edition)
  const book = { format, label, path, bytes: await sizeOf(join(dist, path)) }
  if (book.bytes === null || counted === undefined) return book
  if ((await sizeOf(join(dist, counted))) === null) return { ...book, bytes: null }
  const { pages = 0 } = (await readJson(join(dist, counted))) as Counted
  return { ...book, pages }
}

const sizeOf = async (path: string): Promise<number | null> =>
  (await stat(path).catch(() => null))?.size ?? null

interface Tree {
  readonly meta?: { readonly title?: string }
}

interface Counted {
  readonly pages?: number
}

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'))
