import type { ElementContent, Properties } from 'hast'
import { h } from 'hastscript'

/** A run in another script than the book's, and the language it is taken for. */
interface Script {
  readonly pattern: string
  readonly lang: string
}

/** A word of two letters or more; single letters are names of things (K-12) in any language. */
const ENGLISH = String.raw`[A-Za-z](?:[A-Za-z'’.-]*[A-Za-z])`

const IN_CHINESE: readonly Script[] = [
  { pattern: String.raw`[A-Za-z]*[À-ɏ]\p{Script=Latin}*`, lang: 'und-Latn' },
  { pattern: `${ENGLISH}(?: +${ENGLISH})*`, lang: 'en' },
  ...others(),
]
const IN_OTHERS: readonly Script[] = [
  {
    pattern: String.raw`[《〈「『【〔〖（［]*\p{Script=Han}[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]*`,
    lang: 'zh',
  },
  ...others(),
]

function others(): Script[] {
  return [
    {
      pattern: String.raw`[\p{Script=Hiragana}\p{Script=Katakana}][\p{Script=Hiragana}\p{Script=Katakana}ー]*`,
      lang: 'ja',
    },
    { pattern: String.raw`\p{Script=Hangul}+(?: +\p{Script=Hangul}+)*`, lang: 'ko' },
    {
      pattern: String.raw`\p{Script=Cyrillic}{2,}(?: +\p{Script=Cyrillic}{2,})*`,
      lang: 'und-Cyrl',
    },
    { pattern: String.raw`\p{Script=Greek}{2,}(?: +\p{Script=Greek}{2,})*`, lang: 'el' },
    { pattern: String.raw`\p{Script=Arabic}+(?: +\p{Script=Arabic}+)*`, lang: 'und-Arab' },
    { pattern: String.raw`\p{Script=Hebrew}+(?: +\p{Script=Hebrew}+)*`, lang: 'he' },
  ]
}

interface Table {
  readonly any: RegExp
  readonly each: readonly { readonly whole: RegExp; readonly lang: string }[]
}

const tableOf = (scripts: readonly Script[]): Table => ({
  any: new RegExp(scripts.map((s) => s.pattern).join('|'), 'gu'),
  each: scripts.map((s) => ({ whole: new RegExp(`^(?:${s.pattern})$`, 'u'), lang: s.lang })),
})

const CHINESE = tableOf(IN_CHINESE)
const OTHERS = tableOf(IN_OTHERS)

/**
 * Text with `lang` on each run in another script than the book's own, so that it is read aloud and set
 * as it should be. The language of Latin letters in Chinese text is taken for English, since letters alone
 * do not tell; scripts that several languages share are named as scripts (`und-Cyrl`).
 */
export function inLanguage(value: string, language: string): ElementContent[] {
  const table = /^zh\b/iu.test(language) ? CHINESE : OTHERS
  const out: ElementContent[] = []
  let from = 0
  for (const match of value.matchAll(table.any)) {
    const lang = table.each.find(({ whole }) => whole.test(match[0]))?.lang
    if (lang === undefined) continue
    if (match.index > from) out.push({ type: 'text', value: value.slice(from, match.index) })
    out.push(h('span', { lang, xmlLang: lang }, match[0]))
    from = match.index + match[0].length
  }
  if (from < value.length) out.push({ type: 'text', value: value.slice(from) })
  return out
}

/** The language of a text in a book of some language: a text most of whose letters are Han is Chinese in any book. */
export function languageOf(text: string, language: string): string {
  if (/^zh\b/iu.test(language)) return language
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return han * 2 > letters ? 'zh' : language
}

/** The attributes of what is said in one language amid text of another. */
export const saidIn = (language: string, around: string): Properties =>
  language === around ? {} : { lang: language, xmlLang: language }
