import { codeOf, type FileFault, faultOf, inEnglish } from './fault.ts'

/** A file cannot be read or written as it should be. The message is what a person needs to mend it, in English. */
export class FileError extends Error {
  readonly file: string
  readonly fault: FileFault
  /** Code of the system behind it, such as `ENOENT`; where the file is of the wrong kind or size there is none. */
  readonly code: string | undefined

  constructor(file: string, fault: FileFault, cause?: unknown) {
    const { expected, actual } = inEnglish(fault)
    super(`${file}: expected ${expected}, got ${actual}`, { cause })
    this.name = 'FileError'
    this.file = file
    this.fault = fault
    this.code = codeOf(cause)
  }
}

/** A file cannot be written: a fault of the machine, not of what was to be read. */
export class WriteError extends FileError {
  constructor(file: string, cause: unknown) {
    super(file, faultOf(cause), cause)
    this.name = 'WriteError'
    this.message = `${file}: expected a file that can be written, got ${inEnglish(this.fault).actual}`
  }
}
