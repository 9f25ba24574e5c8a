/** Languages in which the desk speaks. */
export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

const TRADITIONAL = ['hant', 'tw', 'hk', 'mo']

/**
 * The first language of a list of wishes that the desk speaks: of `Accept-Language`, of `zh-TW`, of `zh_CN.UTF-8`.
 * English where none is one.
 */
export function languageOf(wishes: string): Language {
  for (const wish of wishes.split(',')) {
    const [primary, ...tags] = (wish.split(/[;.]/u)[0] ?? '').trim().toLowerCase().split(/[-_]/u)
    if (primary === 'en') return 'en'
    if (primary !== 'zh') continue
    return tags.some((tag) => TRADITIONAL.includes(tag)) ? 'zh-Hant' : 'zh-Hans'
  }
  return 'en'
}
