import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languageAsked, voiceFor } from '../src/words/words.ts'

const BIN = fileURLToPath(new URL('../bin/huijiao.js', import.meta.url))

/** What the command prints in a locale, and its exit code. */
function huijiao(locale: NodeJS.ProcessEnv, ...args: readonly string[]) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...locale }
  return new Promise<{ out: string; err: string; code: number }>((resolve) => {
    execFile(process.execPath, [BIN, ...args], { env }, (error, out, err) => {
      resolve({ out, err, code: error === null ? 0 : Number(error.code) })
    })
  })
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-words-'))
  await writeFile(join(folder, 'edition.yaml'), 'titel: 山居\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the language of the command', () => {
  it.each([
    [[], { LC_ALL: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' }, 'zh-Hant'],
    [[], { LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US.UTF-8' }, 'zh-Hans'],
    [[], { LANG: 'de_DE.UTF-8' }, 'en'],
    [[], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
    [['check', '--lang', 'zh-HK'], { LANG: 'zh_CN' }, 'zh-Hant'],
    [['--lang=en', 'check'], { LANG: 'zh_CN' }, 'en'],
    [['check'], {}, 'en'],
  ])('%j in %j is %s', (args, env, language) => {
    expect(voiceFor(languageAsked(args, env)).language).toBe(language)
  })

  it('is that of the locale in help', async () => {
    const { out } = await huijiao({ LANG: 'zh_CN.UTF-8' }, '--help')
    expect(out).toContain('用法')
    const described = out.split('\n').filter((line) => /^ {2}\S/u.test(line))
    expect(described.filter((line) => !/ {2}.*\p{Script=Han}/u.test(line.trim()))).toEqual([])
  })

  it('is that of --lang where the arguments are wrong', async () => {
    const { err, code } = await huijiao({ LANG: 'zh_CN.UTF-8' }, 'chekc', '--lang', 'zh-Hant')
    expect(code).toBe(2)
    expect(err).toContain('錯誤：沒有 chekc 這個指令\n是否要寫 check？')
    expect((await huijiao({}, 'check', '--lang', 'fr')).code).toBe(2)
  })

  it('is that of messages, but not of --json', async () => {
    const [hans, hant, en] = await Promise.all(
      ['zh-Hans', 'zh-Hant', 'en'].map((lang) => huijiao({}, 'check', folder, '--lang', lang)),
    )
    expect(hans?.err).toContain('1:1: 错误 unknown-key：此处没有 `titel` 这个键')
    expect(hant?.err).toContain('1:1: 錯誤 unknown-key：此處沒有 `titel` 這個鍵')
    expect(en?.err).toContain('1:1: error unknown-key: The key `titel` is not known here')
    expect([hans?.code, hant?.code, en?.code]).toEqual([2, 2, 2])
    const json = await Promise.all(
      ['zh-Hans', 'en'].map((lang) => huijiao({}, 'check', folder, '--json', '--lang', lang)),
    )
    expect(json[0]?.out).toBe(json[1]?.out)
    expect(json[0]?.out).toContain('"rule": "unknown-key"')
  })
})
