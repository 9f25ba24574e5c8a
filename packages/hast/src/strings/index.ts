import { en } from './en.ts'
import type { Strings } from './types.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

export { sayClause } from './apparatus/say.ts'
export { sayDoubt, sayJoin, sayReason } from './reasons/say.ts'
export type { DoubtKind, ReasonWords } from './reasons/types.ts'
export type { ReviewWords, ToolWords } from './tools/types.ts'
export type { Strings } from './types.ts'

/** The book's own words in the language of the edition: Chinese in its script, English for the rest. */
export function stringsFor(language: string): Strings {
  const [primary, ...rest] = language.toLowerCase().split('-')
  if (primary !== 'zh') return en
  return rest.some((tag) => ['hant', 'tw', 'hk', 'mo'].includes(tag)) ? zhHant : zhHans
}
