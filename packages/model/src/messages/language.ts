/** A language that messages, help and reports are written in. */
export type Language = 'en' | 'zh-Hans' | 'zh-Hant'

export const LANGUAGES: readonly Language[] = ['zh-Hans', 'zh-Hant', 'en']

/** The same text in each language. */
export type InEach = Readonly<Record<Language, string>>

/**
 * The language that a tag or a locale asks for: Chinese in its script, English otherwise.
 *
 * `zh_TW.UTF-8` → `zh-Hant` · `zh-CN` → `zh-Hans` · `en_GB` → `en` · `C`, `fr` → undefined
 *
 * @param tag a BCP 47 language tag, or the name of a POSIX locale.
 */
export function languageOf(tag: string): Language | undefined {
  const [primary, ...rest] = tag
    .toLowerCase()
    .replace(/[.@].*$/u, '')
    .split(/[-_]/u)
  if (primary === 'en') return 'en'
  if (primary !== 'zh') return undefined
  if (rest.includes('hans')) return 'zh-Hans'
  return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans'
}
