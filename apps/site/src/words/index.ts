import { en } from './en.ts'
import type { Words } from './types.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

export type { Words } from './types.ts'

/** The site's own words in a language: Chinese in its script, English for the rest. */
export function wordsFor(language: string): Words {
  const [primary, ...rest] = language.toLowerCase().split('-')
  if (primary !== 'zh') return en
  return rest.some((tag) => ['hant', 'tw', 'hk', 'mo'].includes(tag)) ? zhHant : zhHans
}
