import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { WriteError } from './error.ts'

/**
 * Writes a file whole or not at all: beside its name first, then renamed. The folders above it are made.
 *
 * @throws {WriteError} where it cannot be written; what stood there before still does.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFileAtomic(path, typeof content === 'string' ? content : Buffer.from(content))
  } catch (error) {
    throw new WriteError(path, error)
  }
}
