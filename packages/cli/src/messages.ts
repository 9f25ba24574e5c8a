import type { InputError } from '@huijiao/model'

/** A message as this command's users read it, person or program. */
type Message = InputError['messages'][number]

/** A message as JSON, one object; what is not known is left out. */
export interface MessageData {
  readonly level: 'error' | 'warning'
  readonly file: string
  readonly line?: number
  /** From 1, in UTF-16 units, as editors count. */
  readonly column?: number
  readonly rule: string
  readonly reason: string
  readonly expected?: readonly string[]
  readonly actual?: string
  readonly hint?: string
}

/** Turns a message into plain data, for other programs. */
export function dataOf(message: Message): MessageData {
  const { line, column, expected, actual, note } = message
  return {
    level: message.fatal === false ? 'warning' : 'error',
    file: message.file ?? '',
    ...(line == null ? {} : { line }),
    ...(column == null ? {} : { column }),
    rule: message.ruleId ?? '',
    reason: message.reason,
    ...(expected == null ? {} : { expected }),
    ...(actual == null ? {} : { actual }),
    ...(typeof note === 'string' ? { hint: note } : {}),
  }
}
