import { fault, InputError } from '@huijiao/model'
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
  try {
    const members = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!wanted(name)) return false
        total += originalSize
        if (originalSize > LARGEST_TEXT || total > LARGEST_ARCHIVE) {
          throw new InputError([fault('archive-too-large', { file }, { member: name })])
        }
        return true
      },
    })
    return new Map(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)))
  } catch (error) {
    if (error instanceof InputError) throw error
    const text = error instanceof Error ? error.message : String(error)
    throw new InputError([fault('broken-archive', { file }, { text })])
  }
}
