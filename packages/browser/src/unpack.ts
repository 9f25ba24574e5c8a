import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, symlink } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar-stream'

/** Decompresses a brotli file to one file with the given mode. */
export async function unpackFile(from: string, to: string, mode: number): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }))
}

/**
 * Unpacks a brotli-compressed tar into a folder.
 *
 * @throws {Error} when an entry would land outside of the folder.
 */
export async function unpackTar(from: string, folder: string): Promise<void> {
  const archive = extract()
  const feeding = pipeline(createReadStream(from), createBrotliDecompress(), archive)
  const entries = (async () => {
    for await (const entry of archive) {
      const { name, type, linkname, mode } = entry.header
      const path = inside(folder, name)
      if (type === 'directory') {
        await mkdir(path, { recursive: true })
        entry.resume()
      } else if (type === 'symlink') {
        inside(dirname(path), linkname ?? '')
        await mkdir(dirname(path), { recursive: true })
        await symlink(linkname ?? '', path)
        entry.resume()
      } else {
        await mkdir(dirname(path), { recursive: true })
        await pipeline(entry, createWriteStream(path, { mode: mode ?? 0o644 }))
      }
    }
  })()
  await Promise.all([feeding, entries])
}

/**
 * Fills a folder and moves it into place in one step, so that it is either absent or complete.
 * When another process was faster, its folder is kept.
 */
export async function placeFolder(
  folder: string,
  fill: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = `${folder}.${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    await mkdir(draft, { recursive: true, mode: 0o700 })
    await fill(draft)
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
  }
}

function inside(folder: string, name: string): string {
  const path = resolve(join(folder, name))
  if (path !== resolve(folder) && !path.startsWith(resolve(folder) + sep)) {
    throw new Error(`archive entry ${name}: expected a path inside the archive`)
  }
  return path
}
