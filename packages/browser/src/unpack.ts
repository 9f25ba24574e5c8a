import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
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
