import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar'

/** Decompresses a brotli file to one file with the given mode. */
export async function unpackFile(from: string, to: string, mode: number): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }))
}

/**
 * Unpacks a brotli-compressed tar into a folder.
 *
 * @throws {Error} when the archive is damaged, or an entry would land outside of the folder.
 */
export async function unpackTar(from: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await extract({ file: from, cwd: folder, brotli: true, strict: true })
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
