import { type Language, languageOf } from '@huijiao/model/messages'
import { type CommandWords, en } from './en.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

/** The words of the command in the language of its user. */
export interface Voice extends CommandWords {
  readonly language: Language
  /** Whether the user, or the locale, asked for the language; otherwise an edition is spoken of in its own. */
  readonly isAsked: boolean
}

const WORDS: Readonly<Record<Language, CommandWords>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/**
 * The words in the language that `--lang` or the locale asks for; English where neither names one of ours.
 *
 * @param tag of a language or locale: `zh-Hant`, `zh_CN.UTF-8`.
 */
export function voiceFor(tag: string | undefined): Voice {
  const language = tag === undefined ? undefined : languageOf(tag)
  return { ...WORDS[language ?? 'en'], language: language ?? 'en', isAsked: language !== undefined }
}

/**
 * What the arguments and the environment say of the language, `--lang` first. Read before the commands are made, since
 * their help is part of them.
 */
export function languageAsked(args: readonly string[], env: NodeJS.ProcessEnv): string | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const said = args[at]
  if (said !== undefined) return said === '--lang' ? args[at + 1] : said.slice('--lang='.length)
  const locale = [env.HUIJIAO_LANG, env.LC_ALL, env.LC_MESSAGES, env.LANG].find(
    (value) => (value ?? '') !== '',
  )
  // Windows has no such variables.
  return (
    locale ??
    (process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : undefined)
  )
}
