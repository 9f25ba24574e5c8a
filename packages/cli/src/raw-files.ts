import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fault, InputError } from '@huijiao/model'

/**
 * The raw files that arguments mean: files as they are, and those of folders and of all folders below them.
 *
 * @returns paths with `/`, sorted.
 * @throws {InputError} naming every argument that is neither.
 */
export async function rawFilesOf(paths: readonly string[]): Promise<string[]> {
  const files: string[] = []
  const strangers: string[] = []
  for (const path of paths) {
    const status = await stat(path).catch(() => null)
    if (status?.isFile() === true) files.push(path)
    else if (status?.isDirectory() === true) files.push(...(await below(path)))
    else strangers.push(path)
  }
  const problems = strangers.map((file) => fault('no-file', { file }))
  if (problems.length > 0) throw new InputError(problems)
  if (files.length === 0) throw empty(paths)
  return [...new Set(files.map((file) => file.replaceAll('\\', '/')))].sort()
}

async function below(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
}

const empty = (paths: readonly string[]): InputError =>
  new InputError([fault('no-files', { file: paths.join(', ') })])
