import type { FileError } from '@huijiao/files'
import type { InputError } from '@huijiao/model'
import { EXIT } from './exit.ts'

/** Prints an error as a person can use it, and gives the exit code for it. */
export function reportError(error: unknown, print: (line: string) => void): number {
  // By name: the parsing package is heavy, and this runs for every command.
  if (isInputError(error)) {
    print(error.message)
    print(
      `${error.messages.length} ${error.messages.length === 1 ? 'error' : 'errors'}; nothing was written`,
    )
    return EXIT.input
  }
  // So is the package of files: what cannot be read is wrong input; what cannot be written is not.
  if (isFileError(error)) {
    const { file, expected, actual } = error
    print(`${file}: error file: the file cannot be read (expected ${expected}, got ${actual})`)
    return EXIT.input
  }
  if (error instanceof Error && error.name === 'InterruptedError' && 'signal' in error) {
    // So that whoever started the command sees what ended it.
    process.kill(process.pid, error.signal as NodeJS.Signals)
    return EXIT.failure
  }
  if (error instanceof Error) {
    print(`error: ${error.message}`)
    if (process.env['HUIJIAO_DEBUG'] !== undefined && error.stack !== undefined) print(error.stack)
    return EXIT.failure
  }
  print(`error: ${String(error)}`)
  return EXIT.failure
}

const isInputError = (error: unknown): error is InputError =>
  error instanceof Error && error.name === 'InputError' && 'messages' in error

const isFileError = (error: unknown): error is FileError =>
  error instanceof Error && error.name === 'FileError' && 'expected' in error
