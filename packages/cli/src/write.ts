import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes files below a folder, each whole or not at all: to a name beside it first, then renamed.
 *
 * @param files contents by path below the folder.
 * @param stale folders below it whose other files are remains of an earlier run and go.
 */
export async function writeAll(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  stale: readonly string[] = [],
): Promise<void> {
  for (const [path, content] of files) {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    const part = `${target}.part`
    await writeFile(part, content)
    await rename(part, target)
  }
  for (const name of stale) {
    for (const entry of await readdir(join(folder, name))) {
      if (!files.has(`${name}/${entry}`)) await rm(join(folder, name, entry))
    }
  }
}
