import { en } from './en.ts'
import type { Strings } from './types.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'
import { zhHantHK } from './zh-hant-hk.ts'

export { sayClause } from './apparatus/say.ts'
export { sayDoubt, sayJoin, sayReason } from './reasons/say.ts'
export type { DoubtKind, ReasonWords } from './reasons/types.ts'
export type { ReviewWords, ToolWords } from './tools/types.ts'
export type { Strings } from './types.ts'

/** The book's own words in the language of the edition: Chinese in its script and region, English for the rest. */
export function stringsFor(language: string): Strings {
  const [primary, ...rest] = language.toLowerCase().split('-')
  if (primary !== 'zh') return en
  if (rest.some((tag) => ['hk', 'mo'].includes(tag))) return zhHantHK
  return rest.some((tag) => ['hant', 'tw'].includes(tag)) ? zhHant : zhHans
}
