/** A file cannot be read or written as it should be. The message is what a person needs to mend it. */
export class FileError extends Error {
  readonly file: string
  readonly expected: string
  readonly actual: string
  /** Code of the system behind it, such as `ENOENT`; where the file is of the wrong kind or size there is none. */
  readonly code: string | undefined

  constructor(file: string, expected: string, actual: string, cause?: unknown) {
    super(`${file}: expected ${expected}, got ${actual}`, { cause })
    this.name = 'FileError'
    this.file = file
    this.expected = expected
    this.actual = actual
    this.code = codeOf(cause)
  }
}

/** A file cannot be written: a fault of the machine, not of what was to be read. */
export class WriteError extends FileError {
  constructor(file: string, cause: unknown) {
    super(file, 'a file that can be written', faultOf(cause), cause)
    this.name = 'WriteError'
  }
}

/** The code of an error of the system. */
const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined

/** What the codes of the system mean to a person. */
const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'a path through something that is no folder',
  EISDIR: 'a folder',
  EACCES: 'a file that may not be opened by this user',
  EPERM: 'a file that may not be opened by this user',
  EROFS: 'a file system that cannot be written',
  ENOSPC: 'no room left on the disk',
  EFBIG: 'a file larger than the system allows',
  EDQUOT: 'no room left in the quota',
  ELOOP: 'a circle of links',
  ENAMETOOLONG: 'a name that is too long',
  ENXIO: 'a socket or a device without a driver',
  EEXIST: 'something else of that name',
  EMFILE: 'too many open files',
}

/** What went wrong with a file, in words; the system's own where they are rare. */
export const faultOf = (error: unknown): string =>
  FAULTS[codeOf(error) ?? ''] ?? (error instanceof Error ? error.message : String(error))
