import { InputError, message } from '@huijiao/model'
import { unzipSync } from 'fflate'
import { LARGEST_ARCHIVE, LARGEST_TEXT } from './limits.ts'

/** Whether a file begins as a ZIP archive does. */
export const isZip = (head: string): boolean => head.startsWith('PK\u0003\u0004')

/**
 * Unpacks the members of an archive that are wanted. Sizes are asked of its directory before anything is unpacked,
 * so that a small file cannot fill the memory.
 *
 * @throws {InputError} where it is no archive, or its members are larger than a reader takes on.
 */
export function unpack(
  file: string,
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  let total = 0
  const refuse = (rule: string, reason: string, actual: string): never => {
    throw new InputError([
      message({ file, rule, reason, actual, hint: 'Restore the file from its source.' }),
    ])
  }
  try {
    const members = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!wanted(name)) return false
        total += originalSize
        if (originalSize > LARGEST_TEXT || total > LARGEST_ARCHIVE) {
          refuse('too-large', 'The archive unpacks to more than a reader takes on', name)
        }
        return true
      },
    })
    return new Map(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)))
  } catch (error) {
    if (error instanceof InputError) throw error
    return refuse(
      'broken-archive',
      'The archive cannot be unpacked',
      error instanceof Error ? error.message : String(error),
    )
  }
}
