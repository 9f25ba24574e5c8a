import { en, type Words } from './en/index.ts'
import type { Language } from './language.ts'
import type { Saying } from './saying.ts'
import { zhHans } from './zh-hans/index.ts'
import { zhHant } from './zh-hant/index.ts'

/** Name of a rule: `unknown-key`, `quotation-ambiguous` … */
export type Rule = keyof Words

/** What a rule's words are filled with: one value, or none. */
export type Values<R extends Rule> = Parameters<(typeof en)[R]>

/** A rule with the values that fill its words. */
export interface Said<R extends Rule = Rule> {
  readonly rule: R
  readonly values: Values<R>
}

const WORDS: Readonly<Record<Language, Words>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/**
 * Says a rule in a language.
 *
 * `duplicate`, `{ what: 'siglum', value: '甲' }` → “This siglum occurs twice”, expected “each siglum once”, got “甲”
 */
export function say({ rule, values }: Said, language: Language): Saying {
  // Rule and values were paired where the message was raised; the union of all rules has lost which is whose.
  const words = WORDS[language][rule] as (...values: readonly unknown[]) => Saying
  return words(...values)
}
