import { VFileMessage } from 'vfile-message'
import type { Language } from './language.ts'
import { type Rule, type Said, say, type Values } from './words.ts'
import type { Saying } from './saying.ts'

/** Where a message belongs. */
export interface MessagePlace {
  readonly file: string
  /** From 1; absent where the file as a whole is at fault. */
  readonly line?: number | undefined
  /** From 1, in UTF-16 units, as editors count. */
  readonly column?: number | undefined
}

/** A message in English, as reporters of vfile read it, that knows how to be said in other languages. */
export class RuleMessage extends VFileMessage {
  readonly said: Said
  constructor(said: Said, place: MessagePlace, fatal: boolean) {
    const { reason, expected, actual, hint } = say(said, 'en')
    super(reason, optionsOf(said.rule, place))
    this.said = said
    this.file = place.file
    this.fatal = fatal
    if (expected !== undefined) this.expected = [expected]
    if (actual !== undefined) this.actual = actual
    if (hint !== undefined) this.note = hint
  }
}

/** A breach of a rule that stops the work, in the words of the rule: `fault('no-file', { file })`. */
export const fault = <R extends Rule>(rule: R, place: MessagePlace, ...values: Values<R>) =>
  new RuleMessage({ rule, values }, place, true)

/** A message that stops nothing, in the words of the rule: `warning('unused-file', { file })`. */
export const warning = <R extends Rule>(rule: R, place: MessagePlace, ...values: Values<R>) =>
  new RuleMessage({ rule, values }, place, false)

const optionsOf = (ruleId: string, { line, column }: MessagePlace) => ({
  source: 'huijiao',
  ruleId,
  ...(line === undefined ? {} : { place: { line, column: column ?? 1 } }),
})

/** Input that cannot be worked with. Carries every problem found, not only the first. */
export class InputError extends Error {
  readonly messages: readonly VFileMessage[]
  constructor(messages: readonly VFileMessage[]) {
    super(messages.map((m) => formatMessage(m)).join('\n'))
    this.name = 'InputError'
    this.messages = messages
  }
}

/** What a message says, in a language; in English where it has no other. */
export function sayingOf(m: VFileMessage, language: Language): Saying {
  if (m instanceof RuleMessage) return say(m.said, language)
  return {
    reason: m.reason,
    expected: m.expected?.join(' or '),
    actual: m.actual ?? undefined,
    hint: typeof m.note === 'string' ? m.note : undefined,
  }
}

/** What a line of a message is made of, in each language. */
const FRAMES = {
  en: {
    levels: ['error', 'warning'],
    expected: 'expected ',
    actual: 'got ',
    comma: ', ',
    colon: ': ',
    brackets: [' (', ')'],
    hint: 'hint: ',
  },
  'zh-Hans': {
    levels: ['错误', '警告'],
    expected: '应为：',
    actual: '实为：',
    comma: '；',
    colon: '：',
    brackets: ['（', '）'],
    hint: '提示：',
  },
  'zh-Hant': {
    levels: ['錯誤', '警告'],
    expected: '應為：',
    actual: '實為：',
    comma: '；',
    colon: '：',
    brackets: ['（', '）'],
    hint: '提示：',
  },
} as const satisfies Readonly<Record<Language, unknown>>

/** `file:line:column: error rule: reason (expected X, got Y)` and a line with the hint. */
export function formatMessage(m: VFileMessage, language: Language = 'en'): string {
  const frame = FRAMES[language]
  const { reason, expected, actual, hint } = sayingOf(m, language)
  const place = m.line == null ? '' : `:${m.line}:${m.column ?? 1}`
  const parts: string[] = []
  if (expected !== undefined && expected !== '') parts.push(frame.expected + expected)
  if (actual !== undefined) parts.push(frame.actual + actual)
  const [open, close] = frame.brackets
  const detail = parts.length > 0 ? open + parts.join(frame.comma) + close : ''
  const level = frame.levels[m.fatal === false ? 1 : 0]
  const note = hint === undefined ? '' : `\n  ${frame.hint}${hint}`
  return `${m.file ?? ''}${place}: ${level} ${m.ruleId ?? ''}${frame.colon}${reason}${detail}${note}`
}
