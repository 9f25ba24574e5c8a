import { en } from './en.ts'
import { type Language, languageOf } from './language.ts'
import type { DeskWords } from './types.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

const WORDS: Readonly<Record<Language, DeskWords>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en }

/** The words of the desk in a language. */
export const wordsFor = (language: string): DeskWords => WORDS[languageOf(language)]

export type { DeskWords, Tab } from './types.ts'
