import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { longEdition } from './fixture.ts'

const BIN = fileURLToPath(new URL('../bin/huijiao-print.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'huijiao-print-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Ended {
  readonly code: number | null
  readonly said: string
}

const run = (...args: string[]): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd: folder })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        said += String(data)
      })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, said }))
  })

const tree = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return name
}

describe('huijiao-print', () => {
  it('prints several trees with one browser, and all that it can of them', async () => {
    const good = JSON.stringify(longEdition(2, true, 1))
    const trees = [tree('a.json', good), tree('b.json', '{}'), tree('c.json', good)]
    const outs = ['a', 'b', 'c'].flatMap((n) => ['--out', `${n}.pdf`, '--pages', `${n}.pages.json`])
    const { code, said } = await run(...trees, ...outs)
    expect(code).toBe(3)
    expect(said).toMatch(/b\.json: error /)
    expect(said).toMatch(/a\.pdf {2}\d+ pages/)
    const read = (name: string) => readFileSync(join(folder, name))
    expect(read('a.pdf').equals(read('c.pdf'))).toBe(true)
    expect(JSON.parse(read('a.pages.json').toString())).toHaveProperty('breaks')
    expect(existsSync(join(folder, 'b.pdf'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('says beside a booklet how to bind it', async () => {
    const one = tree('one.json', JSON.stringify(longEdition(2, true, 1)))
    const { code } = await run(one, '--out', 'folded.pdf', '--booklet')
    expect(code).toBe(0)
    expect(readFileSync(join(folder, 'folded-binding.txt'), 'utf8')).toMatch(
      /^《.+》小册子打印与装订说明/,
    )
  })

  it('names all characters without a face in one message', async () => {
    const edition = longEdition(1, false, 1)
    const note = [
      '表情\u{1f600}，藏文\u0f56\u0f7c\u0f51，阿拉伯文\u0633\u0644\u0627\u0645，泰文\u0e44\u0e17\u0e22，私用\u{10fffd}',
    ]
    const one = tree('rare.json', JSON.stringify({ ...edition, meta: { ...edition.meta, note } }))
    const { code, said } = await run(one, '--out', 'rare.pdf')
    expect(code).toBe(0)
    expect(said.match(/No face has/gu)).toHaveLength(1)
    expect(said).toMatch(/U\+1F600 .*U\+0F56 .*set as boxes/u)
  })

  it('says which argument is wrong', async () => {
    const one = tree('a.json', '{}')
    const wrong: [string[], RegExp][] = [
      [[one, one, '--out', 'x.pdf'], /--out: expected one for each of 2 trees, got 1/],
      [[one, '--out', 'x.pdf', '--trim', 'b5'], /--trim: expected a5, 32k, 16k, a4, got b5/],
      [[one, '--out', 'x.pdf', '--signature', '4'], /--signature: expected --booklet/],
    ]
    for (const [args, expected] of wrong) {
      const { code, said } = await run(...args)
      expect([code, said]).toEqual([2, expect.stringMatching(expected)])
    }
  })
})
