import type { InputError } from '@huijiao/model'
import type { Told } from '../protocol/state.ts'

/** A message as the page shows it. */
export function toldOf(m: InputError['messages'][number]): Told {
  const expected = m.expected?.join(', ')
  return {
    file: m.file ?? '',
    ...(m.line == null ? {} : { line: m.line, column: m.column ?? 1 }),
    rule: m.ruleId ?? '',
    reason: m.reason,
    ...(expected === undefined || expected === '' ? {} : { expected }),
    ...(m.actual == null ? {} : { actual: m.actual }),
    ...(typeof m.note === 'string' ? { hint: m.note } : {}),
  }
}
