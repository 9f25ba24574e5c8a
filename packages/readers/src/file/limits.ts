import { fault, InputError } from '@huijiao/model'

/**
 * What a reader takes on, so that no file can fill the memory of the machine. The largest single texts in public
 * archives (a whole novel of 10 million characters, a METS file of a year of newspapers) stay below a quarter of it.
 */
const MIB = 1024 * 1024
/** Bytes of one text, or of one member of an archive when unpacked. */
export const LARGEST_TEXT = 48 * MIB
/** Bytes of a packed or typeset file (EPUB, DOCX, PDF), pictures and all. */
export const LARGEST_FILE = 256 * MIB
/** Bytes of all members of an archive that are read, unpacked. */
export const LARGEST_ARCHIVE = 96 * MIB
/** UTF-16 units of one line: a whole novel without a line end stays below. More takes more than 1 GB of memory. */
export const LONGEST_LINE = 1_000_000
/** Elements inside each other: readers walk them by recursion. */
export const DEEPEST = 400
/** Elements of one XML or HTML file. */
export const MOST_ELEMENTS = 4_000_000

/** @throws {InputError} where a file or member is larger than a reader takes on. */
export function withinLimit(file: string, bytes: number, limit: number = LARGEST_TEXT): void {
  if (bytes <= limit) return
  throw new InputError([
    fault('too-large', { file }, { limit: limit / MIB, size: Math.ceil(bytes / MIB) }),
  ])
}
