import { FileError, readRegular } from '@huijiao/files'
import { fault, InputError } from '@huijiao/model'
import { LARGEST_FILE } from './file/limits.ts'

/**
 * Most bytes of `edition.yaml` and of `rulings.yaml`: 15,000 rulings of 280 bytes. Parsing and checking so many takes 2 s
 * of processor time, and grows with the size.
 */
const LARGEST_CONFIGURATION = 4 * 2 ** 20

/**
 * The bytes of a raw file, which lies in a folder once links are followed.
 *
 * @throws {FileError} where it is no regular file there, or larger than any reader takes on.
 */
export const readRaw = (path: string, within?: string): Promise<Buffer> =>
  readRegular(path, { most: LARGEST_FILE, ...(within === undefined ? {} : { within }) })

/**
 * The text of a file that the editor writes; null where there is none.
 *
 * @throws {InputError} where it cannot be read.
 */
export async function readWritten(path: string, folder: string): Promise<string | null> {
  try {
    const bytes = await readRegular(path, { most: LARGEST_CONFIGURATION, within: folder })
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof FileError && error.code === 'ENOENT') return null
    throw new InputError([
      error instanceof FileError
        ? fault('unreadable', { file: path }, { fault: error.fault })
        : fault('not-utf-8', { file: path }),
    ])
  }
}
