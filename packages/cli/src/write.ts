import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '@huijiao/files'

/**
 * Writes files below a folder, each whole or not at all.
 *
 * @param files contents by path below the folder.
 * @param stale folders below it whose other files are remains of an earlier run and go.
 * @throws {WriteError} where one cannot be written.
 */
export async function writeAll(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  stale: readonly string[] = [],
): Promise<void> {
  for (const [path, content] of files) await writeWhole(join(folder, path), content)
  for (const name of stale) {
    for (const entry of await readdir(join(folder, name))) {
      if (!files.has(`${name}/${entry}`)) await rm(join(folder, name, entry))
    }
  }
}
