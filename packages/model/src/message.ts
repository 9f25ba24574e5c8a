import { VFileMessage } from 'vfile-message'

/** A problem in a file that a person wrote or supplied. */
export interface Problem {
  readonly file: string
  /** From 1; absent where the file as a whole is at fault. */
  readonly line?: number
  /** From 1, in UTF-16 units, as editors count. */
  readonly column?: number
  /** Name of the rule: `unknown-key`, `quotation-ambiguous` … */
  readonly rule: string
  /** One sentence: what is wrong. */
  readonly reason: string
  readonly expected?: string
  readonly actual?: string
  readonly hint?: string
}

/** Turns a problem into a vfile message, its extra fields filled as reporters expect them. */
export function message(problem: Problem, fatal = true): VFileMessage {
  const options = { source: 'huijiao', ruleId: problem.rule }
  const result =
    problem.line === undefined
      ? new VFileMessage(problem.reason, options)
      : new VFileMessage(problem.reason, {
          ...options,
          place: { line: problem.line, column: problem.column ?? 1 },
        })
  result.file = problem.file
  result.fatal = fatal
  if (problem.actual !== undefined) result.actual = problem.actual
  if (problem.expected !== undefined) result.expected = [problem.expected]
  if (problem.hint !== undefined) result.note = problem.hint
  return result
}

/** Input that cannot be worked with. Carries every problem found, not only the first. */
export class InputError extends Error {
  readonly messages: readonly VFileMessage[]
  constructor(messages: readonly VFileMessage[]) {
    super(messages.map(formatMessage).join('\n'))
    this.name = 'InputError'
    this.messages = messages
  }
}

/** `file:line:column: error rule: reason (expected X, got Y)` and a line with the hint. */
export function formatMessage(m: VFileMessage): string {
  const place = m.line == null ? '' : `:${m.line}:${m.column ?? 1}`
  const parts: string[] = []
  if (m.expected != null && m.expected.length > 0) parts.push(`expected ${m.expected.join(' or ')}`)
  if (m.actual != null) parts.push(`got ${m.actual}`)
  const detail = parts.length > 0 ? ` (${parts.join(', ')})` : ''
  const level = m.fatal === false ? 'warning' : 'error'
  const note = typeof m.note === 'string' ? `\n  hint: ${m.note}` : ''
  return `${m.file ?? ''}${place}: ${level} ${m.ruleId ?? ''}: ${m.reason}${detail}${note}`
}
