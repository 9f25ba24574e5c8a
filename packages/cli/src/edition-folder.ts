import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { editionsOf } from './editions.ts'

/** The folder of an edition: a path, or the name of a folder under `sources/`; without either the only one. */
export async function editionFolder(edition?: string): Promise<string> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
  if (edition === undefined) {
    const all = await editionsOf(root)
    const [only] = all
    if (only !== undefined && all.length === 1) return only.folder
    throw new Error(`say which edition: expected one of ${all.map((e) => e.name).join(', ')}`)
  }
  for (const folder of [edition, join(root, 'sources', edition)]) {
    const found = await stat(join(folder, 'edition.yaml')).catch(() => null)
    if (found?.isFile() === true) return folder
  }
  throw new Error(
    `no edition ${edition}: expected a folder with edition.yaml, or its name under sources/`,
  )
}
