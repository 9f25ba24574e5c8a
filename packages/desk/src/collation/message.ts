import { type InputError, type Language, sayingOf } from '@huijiao/model'
import type { Message } from '../protocol/message.ts'

/** A message of the pipeline as a plain value, which goes from thread to thread. */
export function messageOf(m: InputError['messages'][number]): Message {
  const saying = (language: Language) => sayingOf(m, language)
  return {
    file: m.file ?? '',
    ...(m.line == null ? {} : { line: m.line, column: m.column ?? 1 }),
    rule: m.ruleId ?? '',
    saying: { en: saying('en'), 'zh-Hans': saying('zh-Hans'), 'zh-Hant': saying('zh-Hant') },
  }
}
