import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const BIN = fileURLToPath(new URL('../bin/huijiao.js', import.meta.url))
const DOCS = fileURLToPath(new URL('../../../docs', import.meta.url))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-guide-'))
  await cp(join(DOCS, 'crossing'), join(folder, 'crossing'), { recursive: true })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What a command of the guide prints, in the folder that holds the edition. */
function run(line: string, language: string): Promise<string> {
  const args = [...line.split(' ').slice(1), '--lang', language]
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { cwd: folder }, (_, out, err) => resolve(out + err))
  })
}

/** The commands of a guide that are followed by what they print, with its lines. */
async function shownIn(page: string): Promise<[command: string, lines: string[]][]> {
  const text = await readFile(join(DOCS, page), 'utf8')
  const pairs = text.matchAll(/```sh\n(huijiao (?:check|explain) .*)\n```\n\n```text\n([^`]*)```/gu)
  return [...pairs].map(([, command = '', told = '']) => [command, told.trim().split('\n')])
}

describe.each([
  ['guide.md', 'en'],
  ['guide.zh.md', 'zh-Hans'],
  ['guide.zh-Hant.md', 'zh-Hant'],
])('what %s shows', (page, language) => {
  it('is what its commands print', async () => {
    const shown = await shownIn(page)
    expect(shown.map(([command]) => command.split(' ')[1])).toEqual(['check', 'explain'])
    for (const [command, lines] of shown) {
      const printed = await run(command, language)
      for (const line of lines) expect(printed).toContain(line)
    }
  })
})

it('a proposal finds in the raw files what every guide shows', async () => {
  await cp(join(DOCS, 'crossing/witnesses'), join(folder, 'raw'), { recursive: true })
  // In the language of the text, whatever the language of the command.
  const printed = await run('huijiao discover raw --write --title 渡口小记', 'en')
  for (const page of ['guide.md', 'guide.zh.md', 'guide.zh-Hant.md']) {
    const guide = await readFile(join(DOCS, page), 'utf8')
    const told = /```text\n(3 份文本[^`]*)```/u.exec(guide)?.[1] ?? ''
    expect(told).not.toBe('')
    for (const line of told.trim().split('\n')) expect(printed).toContain(line)
  }
})
