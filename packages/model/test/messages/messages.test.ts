import { describe, expect, it } from 'vitest'
import { EXAMPLES } from '../../src/messages/examples/index.ts'
import {
  fault,
  formatMessage,
  type Language,
  LANGUAGES,
  languageOf,
  type Rule,
  type Said,
  say,
  sayingOf,
} from '../../src/messages/index.ts'
import { VFileMessage } from 'vfile-message'
import { exampleOf, referenceIn } from './reference.ts'

const RULES = Object.keys(EXAMPLES) as Rule[]
const PAGES: readonly [Language, string][] = [
  ['en', 'messages.md'],
  ['zh-Hans', 'messages.zh.md'],
  ['zh-Hant', 'messages.zh-Hant.md'],
]

/** The parameters of a rule that its words read, of those that its example gives. */
function readBy(rule: Rule, language: Language): ReadonlySet<string> {
  const read = new Set<string>()
  const [given] = EXAMPLES[rule].values as readonly object[]
  if (given === undefined) return read
  const watched = new Proxy(given, {
    get: (target, key, self) => {
      read.add(String(key))
      return Reflect.get(target, key, self) as unknown
    },
  })
  say({ rule, values: [watched] } as unknown as Said, language)
  return read
}

describe('the words of the rules', () => {
  it.each(RULES)('%s says the same fields in every language, none of them empty', (rule) => {
    const values = EXAMPLES[rule].values
    const fields = LANGUAGES.map((language) => {
      const saying = Object.entries(say({ rule, values }, language))
      const said = saying.filter(([, text]) => text !== undefined)
      for (const [field, text] of said) expect(text, `${language} ${field}`).not.toBe('')
      return said.map(([field]) => field).sort()
    })
    expect(fields[0]).toEqual(fields[2])
    expect(fields[1]).toEqual(fields[2])
  })

  it.each(RULES)(
    '%s is told in Chinese in Chinese, in its script, and English in English',
    (rule) => {
      const values = EXAMPLES[rule].values
      const [hans, hant, en] = LANGUAGES.map((language) => say({ rule, values }, language))
      expect(hans?.reason).toMatch(/\p{Script=Han}/u)
      expect(hans?.reason).not.toBe(en?.reason)
      // Only one script has these.
      expect(`${hans?.reason}${hans?.hint}`).not.toMatch(/[這個檔沒為與於應說讀寫處並開請寫過們]/u)
      expect(`${hant?.reason}${hant?.hint}`).not.toMatch(/[这个档没为与于应说读写处并开请过们]/u)
    },
  )

  it.each(RULES)('%s reads every parameter in some language', (rule) => {
    const [given] = EXAMPLES[rule].values as readonly object[]
    const read = new Set(LANGUAGES.flatMap((language) => [...readBy(rule, language)]))
    expect([...read].sort()).toEqual(Object.keys(given ?? {}).sort())
  })

  it.each(PAGES)('is documented in %s, rule by rule', async (language, page) => {
    await expect(referenceIn(language)).toMatchFileSnapshot(`../../../../docs/${page}`)
  })
})

describe('a message', () => {
  const at = { file: 'edition.yaml', line: 4, column: 1 }
  const m = fault('unknown-key', at, { key: 'titel', known: ['title'], near: 'title' })

  it('is in English for reporters of vfile', () => {
    expect(m).toBeInstanceOf(VFileMessage)
    expect(m).toMatchObject({
      reason: 'The key `titel` is not known here',
      ruleId: 'unknown-key',
      expected: ['title'],
      actual: 'titel',
      note: 'Did you mean `title`?',
      fatal: true,
    })
  })

  it('is said in the language of its reader', () => {
    expect(formatMessage(m)).toBe(
      'edition.yaml:4:1: error unknown-key: The key `titel` is not known here (expected title, got titel)\n  hint: Did you mean `title`?',
    )
    expect(formatMessage(m, 'zh-Hans')).toBe(
      'edition.yaml:4:1: 错误 unknown-key：此处没有 `titel` 这个键（应为：title；实为：titel）\n  提示：是否要写 `title`？',
    )
    expect(formatMessage(m, 'zh-Hant')).toContain('錯誤 unknown-key：此處沒有 `titel` 這個鍵')
  })

  it('of another program keeps its own words', () => {
    const other = new VFileMessage('Odd heading')
    expect(sayingOf(other, 'zh-Hans').reason).toBe('Odd heading')
  })

  it('names its rule in every language', () => {
    for (const rule of RULES)
      for (const language of LANGUAGES) expect(exampleOf(rule, language)).toContain(` ${rule}`)
  })
})

describe('a language', () => {
  it.each([
    ['zh_CN.UTF-8', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['zh-Hans-TW', 'zh-Hans'],
    ['zh_TW', 'zh-Hant'],
    ['zh_HK.Big5@stroke', 'zh-Hant'],
    ['en_US.UTF-8', 'en'],
    ['C.UTF-8', undefined],
    ['POSIX', undefined],
    ['', undefined],
    ['fr_FR', undefined],
  ])('%s is %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language)
  })
})
