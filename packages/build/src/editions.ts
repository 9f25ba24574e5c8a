import { statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { fault, InputError } from '@huijiao/model'

/** An edition: a folder with an `edition.yaml`, anywhere. */
export interface EditionFolder {
  /** The folder's own name; it names the books and says which share the edition belongs to. */
  readonly name: string
  /** Absolute path. */
  readonly folder: string
}

/** What a folder, and so a book, may be called: what every file system and archive takes. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u

/** The editions of a folder of editions, by name. */
export async function editionsUnder(sources: string): Promise<EditionFolder[]> {
  const entries = await readdir(sources, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  })
  const folders = entries.filter((e) => !e.isFile()).map((e) => join(sources, e.name))
  return checked(folders.filter(hasEdition))
}

/**
 * The editions that arguments mean: folders anywhere, or names of folders under `sources`.
 *
 * @throws {InputError} naming every argument that is no edition, and every name that two folders have.
 */
export function editionsNamed(names: readonly string[], sources: string): EditionFolder[] {
  const folders: string[] = []
  const strangers: string[] = []
  for (const name of names) {
    const places = [resolve(name), join(sources, name)]
    const folder = places.find(hasEdition)
    if (folder === undefined) strangers.push(name)
    else folders.push(folder)
  }
  if (strangers.length > 0) throw new InputError(strangers.map((name) => stranger(name, sources)))
  return checked([...new Set(folders)])
}

const hasEdition = (folder: string): boolean =>
  statSync(join(folder, 'edition.yaml'), { throwIfNoEntry: false })?.isFile() === true

function checked(folders: readonly string[]): EditionFolder[] {
  const byName = new Map<string, string>()
  const problems = folders.flatMap((folder) => {
    const name = basename(folder)
    const other = byName.get(name)
    byName.set(name, folder)
    if (!NAME.test(name)) return [misnamed(folder, name)]
    return other === undefined ? [] : [doubled(folder, other)]
  })
  if (problems.length > 0) throw new InputError(problems)
  return [...byName]
    .map(([name, folder]) => ({ name, folder }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

const stranger = (name: string, sources: string) =>
  fault('no-edition', { file: name }, { name, sources: relative(process.cwd(), sources) || '.' })

const misnamed = (folder: string, name: string) => fault('edition-name', { file: folder }, { name })

const doubled = (folder: string, other: string) =>
  fault('edition-twice', { file: folder }, { name: basename(folder), one: other, other: folder })
