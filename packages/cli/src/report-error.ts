import type { FileError } from '@huijiao/files'
import { faultOf } from '@huijiao/files/fault'
import { fault, formatMessage, type InputError } from '@huijiao/model/messages'
import { EXIT } from './exit.ts'
import type { Voice } from './words/words.ts'

/** Prints an error as a person can use it, in the user's language where it has one, and gives the exit code for it. */
export function reportError(error: unknown, voice: Voice, print: (line: string) => void): number {
  // By name: the parsing package is heavy, and this runs for every command.
  if (isInputError(error)) {
    for (const m of error.messages) print(formatMessage(m, voice.language))
    print(voice.nothingWritten(error.messages.length))
    return EXIT.input
  }
  // So is the package of files: what cannot be read is wrong input; what cannot be written is not.
  if (isFileError(error)) {
    const rule = error.name === 'FileError' ? 'file' : 'write'
    print(formatMessage(fault(rule, { file: error.file }, { fault: error.fault }), voice.language))
    return rule === 'file' ? EXIT.input : EXIT.failure
  }
  if (error instanceof Error && error.name === 'StoreError' && 'folder' in error) {
    const said = { fault: faultOf(error.cause), variable: 'HUIJIAO_BUILD_DIR' }
    print(formatMessage(fault('own-folder', { file: String(error.folder) }, said), voice.language))
    return EXIT.failure
  }
  if (error instanceof Error && error.name === 'InterruptedError' && 'signal' in error) {
    // So that whoever started the command sees what ended it.
    process.kill(process.pid, error.signal as NodeJS.Signals)
    return EXIT.failure
  }
  if (error instanceof Error) {
    print(voice.error + error.message)
    if (process.env['HUIJIAO_DEBUG'] !== undefined && error.stack !== undefined) print(error.stack)
    return EXIT.failure
  }
  print(voice.error + String(error))
  return EXIT.failure
}

const isInputError = (error: unknown): error is InputError =>
  error instanceof Error && error.name === 'InputError' && 'messages' in error

const isFileError = (error: unknown): error is FileError =>
  error instanceof Error && ['FileError', 'WriteError'].includes(error.name) && 'fault' in error
