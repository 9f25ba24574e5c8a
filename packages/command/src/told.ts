import { FileError, WriteError } from '@huijiao/files'
import {
  fault,
  formatMessage,
  type Language,
  languageOf,
  type RuleMessage,
} from '@huijiao/model/messages'

/** The language that the program is asked to speak: that of the command which has started it, else English. */
const languageAsked = (env: NodeJS.ProcessEnv): Language =>
  languageOf(env['HUIJIAO_LANG'] ?? '') ?? 'en'

/** A message as a line in the language of `HUIJIAO_LANG`. */
export const told = (message: RuleMessage): string =>
  formatMessage(message, languageAsked(process.env))

/**
 * An error as a message: of the file that cannot be read or written, where it is one; else in its own words.
 *
 * @param file what was being worked on.
 */
export function messageOf(error: unknown, file: string): RuleMessage {
  if (error instanceof FileError) {
    const rule = error instanceof WriteError ? 'write' : 'file'
    return fault(rule, { file: error.file }, { fault: error.fault })
  }
  const text = error instanceof Error ? error.message : String(error)
  return fault('program-fault', { file }, { text })
}

/** Whether an error is of a file that cannot be read: wrong input, not a fault of the machine. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof FileError && !(error instanceof WriteError)
