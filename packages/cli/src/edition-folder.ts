import { editionsNamed, editionsUnder } from './build/editions.ts'
import { SOURCES } from './sources.ts'

/**
 * The folder of an edition: a path, or the name of a folder under `sources/`; without either the only one.
 *
 * @throws {InputError} where there is none.
 */
export async function editionFolder(edition?: string): Promise<string> {
  if (edition !== undefined) {
    const [named] = await editionsNamed([edition], SOURCES)
    if (named !== undefined) return named.folder
  }
  const all = await editionsUnder(SOURCES)
  const [only] = all
  if (only !== undefined && all.length === 1) return only.folder
  throw new Error(`say which edition: expected one of ${all.map((e) => e.name).join(', ')}`)
}
