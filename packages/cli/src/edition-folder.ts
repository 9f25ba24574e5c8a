import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of an edition: a path, or the name of a folder under `sources/`. */
export async function editionFolder(edition: string): Promise<string> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
  for (const folder of [edition, join(root, 'sources', edition)]) {
    const found = await stat(join(folder, 'edition.yaml')).catch(() => null)
    if (found?.isFile() === true) return folder
  }
  throw new Error(
    `no edition ${edition}: expected a folder with edition.yaml, or its name under sources/`,
  )
}
