import { stat } from 'node:fs/promises'
import { editionsNamed, editionsUnder } from '@huijiao/build'
import { fault, InputError } from '@huijiao/model'
import { SOURCES } from './sources.ts'

/**
 * The folder of an edition: a path, or the name of a folder under `sources/`; without either the only one.
 *
 * @throws {InputError} where there is none.
 */
export async function editionFolder(edition?: string): Promise<string> {
  if (edition !== undefined) {
    const [named] = editionsNamed([edition], SOURCES)
    if (named !== undefined) return named.folder
  }
  const all = await editionsUnder(SOURCES)
  const [only] = all
  if (only !== undefined && all.length === 1) return only.folder
  throw new InputError([
    fault('which-edition', { file: SOURCES }, { known: all.map((e) => e.name) }),
  ])
}

/** The folder that a command works on: one that is there, with or without an `edition.yaml`, else that of an edition. */
export async function folderOf(named: string): Promise<string> {
  const found = await stat(named).catch(() => null)
  return found?.isDirectory() === true ? named : editionFolder(named)
}
